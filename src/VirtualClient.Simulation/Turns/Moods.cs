using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>Distress in tenths and engagement in hundredths: how the client is, beside how far the client trusts.</summary>
internal static class Moods
{
    public static int StartDistress(Persona persona)
    {
        var start = persona.KindOfInterview == InterviewKind.Crisis ? StateConstants.StartDistressCrisis : StateConstants.StartDistress;
        start += persona.Traits.Contains(Trait.Anxious) ? StateConstants.StartDistressTrait : 0;
        start += persona.Traits.Contains(Trait.Emotional) ? StateConstants.StartDistressTrait : 0;
        start -= persona.Traits.Contains(Trait.Stoic) ? StateConstants.StartDistressTrait : 0;
        return start;
    }

    public static int DistressAfter(TurnReading turn, IReadOnlyList<TrustMove> moves, bool pressed, IEnumerable<Disclosure> opening)
    {
        var signals = turn.Signals;
        var change = 0;
        change -= signals.Has(LabelCode.Validation) && signals.Tied ? StateConstants.ValidationCalms : 0;
        change -= Paces(turn) ? StateConstants.PacingCalms : 0;
        change += turn.Confronts ? StateConstants.ConfrontingUpsets : 0;
        change += signals.Has(LabelCode.BoundaryBreach) ? StateConstants.BreachUpsets : 0;
        change += pressed ? StateConstants.PressingUpsets : 0;
        var asksSafety = signals.Has(LabelCode.SafetyQuestion);
        change += asksSafety && !turn.AsksSafetyCalmly ? StateConstants.AccusingSafetyQuestionUpsets : 0;
        var lost = moves.Any(move => move.Amount < 0m && !Losses.IsDutyCost(move));
        change += lost && !turn.Confronts && !pressed ? StateConstants.LossUpsets : 0;
        if (turn.AsksSafetyCalmly && !lost)
        {
            // Asking calmly about suicide, violence or a child's safety does not put the thought there and does not upset.
            change = Math.Min(0, change);
        }
        else
        {
            change += StateConstants.CoreFactUpsets * opening.Count(fact => fact.Importance == Importance.Core && fact.Risk is null);
        }

        return Math.Clamp(turn.Before.DistressTenths + change, 0, 100);
    }

    public static int EngagementAfter(TurnReading turn, int trustSteps, int encouragerRun)
    {
        const int Span = StateConstants.HighestTrustSteps - StateConstants.LowestTrustSteps;
        var target = 20 + ((trustSteps - StateConstants.LowestTrustSteps) * 75 / Span);
        var now = turn.Before.EngagementHundredths;
        var change = (target - now) / StateConstants.EngagementSlowness;
        change -= turn.Signals.Has(LabelCode.OffTopic) ? StateConstants.OffTopicDisengages : 0;
        change -= encouragerRun > StateConstants.EncouragersTolerated ? StateConstants.EncouragersDisengage : 0;
        return Math.Clamp(now + change, 0, 100);
    }

    private static bool Paces(TurnReading turn) =>
        turn.Reflects
        || turn.Signals.Has(LabelCode.Silence)
        || turn.Signals.Has(LabelCode.Permission)
        || turn.Signals.Has(LabelCode.Autonomy)
        || (turn.Signals.Has(LabelCode.Summary) && turn.Signals.Tied);
}
