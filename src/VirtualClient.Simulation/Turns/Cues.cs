using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>Whether the reply shows something of the body, and which of the person's own cues.</summary>
internal static class Cues
{
    private const int UsualPercent = 22;
    private const int QuietPercent = 65;
    private const int MovedPercent = 45;
    private const int RecentReplies = 6;

    public static string? Draw(Persona persona, StateStep step, TurnContext context, Affect affect)
    {
        if (persona.Cues.Count == 0)
        {
            return null;
        }

        var draw = new Draw(step.State.Seed, step.State.Turn, DrawFor.Cue);
        var percent =
            step.Stance == Stance.GoesQuiet ? QuietPercent
            : affect is Affect.Sad or Affect.Ashamed or Affect.Angry ? MovedPercent
            : UsualPercent;
        if (!draw.Chance(percent))
        {
            return null;
        }

        var shown = ClientWords.Recent(context, RecentReplies);
        var fresh = persona.Cues.Where(cue => !ClientWords.Contains(shown, cue)).ToList();
        return fresh.Count == 0 ? null : fresh[draw.Below(fresh.Count)];
    }
}
