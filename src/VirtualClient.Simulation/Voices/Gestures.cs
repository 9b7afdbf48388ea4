using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>Puts at most one thing that is seen and not said into a reply, and no gesture twice within eight turns.</summary>
internal static class Gestures
{
    public static void Show(VoiceRequest request, ReplyDraft draft, SaidBefore said, VoiceDice dice)
    {
        if (draft.HasCue)
        {
            return;
        }

        var plan = request.Plan;
        var own = request.Turn.Persona.Cues;
        var quiet = plan.Stance == Stance.GoesQuiet && dice.Chance(35) && own.Count > 0;
        var cue = plan.Cue ?? (quiet ? own[dice.Below(own.Count)] : null);
        if (cue is not null && said.Recently($"*{cue}*"))
        {
            cue = own.FirstOrDefault(other => !said.Recently($"*{other}*"));
        }

        if (cue is not null)
        {
            draft.Cue(cue, atEnd: plan.Leaves || dice.Chance(30));
        }
    }
}
