using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>The first words of a client whose author wrote none. Thread-safe.</summary>
public static class Greeting
{
    /// <summary>A greeting this person might open with; the same persona and seed give the same words.</summary>
    /// <param name="persona">Who speaks.</param>
    /// <param name="seed">Any number; the conversation's seed.</param>
    public static string For(Persona persona, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(persona);
        var dice = new VoiceDice(seed);
        var mood = new Mood(persona.Style, AffectOf(persona), Stance.AnswersBriefly, Mood.AgeOf(persona), TrustBand.Guarded);
        var line = new PhrasePicker(persona, mood, [], dice, new SaidBefore([])).Pick("greeting") ?? "Hello.";
        return persona.Cues.Count > 0 && dice.Chance(35) ? $"*{persona.Cues[dice.Below(persona.Cues.Count)]}* {line}" : line;
    }

    /// <summary>How the traits make a person arrive; the first that says something decides.</summary>
    private static Affect AffectOf(Persona persona)
    {
        foreach (var trait in persona.Traits)
        {
            var affect = trait switch
            {
                Trait.Anxious or Trait.Confused => Affect.Anxious,
                Trait.Aggressive => Affect.Angry,
                Trait.Defensive or Trait.Suspicious or Trait.Manipulative => Affect.Wary,
                Trait.Withdrawn or Trait.Reserved or Trait.Stoic => Affect.Flat,
                Trait.Emotional => Affect.Sad,
                Trait.Pessimistic => Affect.Tired,
                Trait.Optimistic or Trait.Talkative => Affect.Warm,
                _ => Affect.Calm,
            };
            if (affect != Affect.Calm)
            {
                return affect;
            }
        }

        return Affect.Calm;
    }
}
