using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>A reply in the making: its parts in order, and how much room is left in its band.</summary>
internal sealed class ReplyDraft(LengthBand band, SaidBefore said)
{
    private readonly List<string> parts = [];

    /// <summary>Words said so far.</summary>
    public int Words { get; private set; }

    public LengthBand Band => band;

    public bool IsEmpty => parts.Count == 0;

    public bool HasCue { get; private set; }

    /// <summary>Words until the band is full.</summary>
    public int Room => Most(band) - Words;

    /// <summary>Words until the band is reached; zero or less when it is.</summary>
    public int Short => Least(band) - Words;

    /// <summary>Adds a part if there is one, whether or not it has room: what must be said is said.</summary>
    public bool Add(string? part)
    {
        if (string.IsNullOrWhiteSpace(part))
        {
            return false;
        }

        parts.Add(part);
        Words += SpokenText.Words(part);
        HasCue |= part.Contains('*', StringComparison.Ordinal);
        said.Say(part);
        return true;
    }

    /// <summary>Adds a line of a family if one is left that has room.</summary>
    public bool Add(PhrasePicker picker, string family) => Room > 0 && Add(picker.Pick(family, Room));

    public void Cue(string cue, bool atEnd)
    {
        parts.Insert(atEnd ? parts.Count : 0, $"*{cue.Trim('*', ' ', '.')}*");
        HasCue = true;
    }

    public string Whole() => SpokenText.Whole(string.Join(' ', parts));

    private static int Least(LengthBand band) =>
        band switch
        {
            LengthBand.Minimal => 1,
            LengthBand.Short => 5,
            LengthBand.Medium => 16,
            _ => 41,
        };

    private static int Most(LengthBand band) =>
        band switch
        {
            LengthBand.Minimal => 4,
            LengthBand.Short => 15,
            LengthBand.Medium => 40,
            _ => 80,
        };
}
