using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>How long the reply really gets inside what was planned.</summary>
internal static class Lengths
{
    /// <summary>
    /// How often a guarded person with nothing to answer cuts a short reply down to a word or two. Measured so that, of all replies at
    /// trust under 2, 20 to 45 % have up to three words, as human clients' do (34.5 %). Source: AnnoMI (Wu et al., 2022), client turns.
    /// </summary>
    private const int CutDownPercent = 65;

    /// <summary>The planned band; for a guarded person with nothing that must be said sometimes one below.</summary>
    public static LengthBand Spoken(ReplyPlan plan, Mood mood, VoiceDice dice)
    {
        var mustSay =
            plan.Opening.Count + plan.PartialAnswers.Count + plan.CleanAnswers.Count + plan.Deflections.Count > 0
            || plan.PlainAnswer is not null
            || plan.Foothold is not null
            || plan.Leaves;
        var curt = plan.Stance is Stance.AnswersBriefly or Stance.CompliesWithoutEngaging or Stance.Minimizes or Stance.Bristles;
        return plan.Length == LengthBand.Short && !mustSay && curt && mood.Trust == TrustBand.Guarded && dice.Chance(CutDownPercent)
            ? LengthBand.Minimal
            : plan.Length;
    }
}
