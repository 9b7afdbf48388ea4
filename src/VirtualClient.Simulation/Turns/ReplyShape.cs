namespace VirtualClient.Simulation.Turns;

/// <summary>How long the reply is, in words: minimal 1-4, short 5-15, medium 16-40, long 41-80.</summary>
public enum LengthBand
{
    Minimal,
    Short,
    Medium,
    Long,
}

/// <summary>What the client feels while replying; colours words and cues.</summary>
public enum Affect
{
    Flat,
    Calm,
    Wary,
    Anxious,
    Sad,
    Angry,
    Ashamed,
    Relieved,
    Warm,
    Tired,
}

/// <summary>What an own question of the student's asked for that is plain: yes or no, name, age, another plain fact.</summary>
public enum PlainAsk
{
    None,
    YesNo,
    Name,
    Age,
    Fact,
}
