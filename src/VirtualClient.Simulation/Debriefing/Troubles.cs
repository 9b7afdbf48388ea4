using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>What made a turn worth another try.</summary>
internal enum Trouble
{
    Breach,
    Blame,
    Advice,
    Reassurance,
    FactPassedOver,
    FeelingLeft,
    QuestionUnanswered,
    Pressed,
    ClosedRun,
    Leading,
    TwoQuestions,
    OwnStory,
    Secrecy,
    Jargon,
    Parroted,
    TooMuchAtOnce,
    ClosedAfterFeeling,
}

/// <summary>Finds the one trouble of a turn that a supervisor would speak of, and how much it weighs, in points of trust.</summary>
internal static class Troubles
{
    // Moments that cost no trust weigh less than any that did; the least loss of the table is 0.05.
    private const decimal SmallWeight = 0.04m;
    private const decimal SmallerWeight = 0.03m;
    private const decimal SmallestWeight = 0.02m;

    public static (Trouble Kind, decimal Weight)? Of(HeldTurn turn)
    {
        var losses = turn.Step.Moves.Where(move => move.Amount < 0m && move.Label != LabelCode.DutyToReport).ToList();
        if (losses.Count > 0)
        {
            return (Of(losses.MinBy(move => move.Amount)!), -losses.Sum(move => move.Amount));
        }

        var signals = turn.Signals;
        if (signals.Has(LabelCode.NotAnalyzed) || signals.Has(LabelCode.AboutTheStudent))
        {
            return null;
        }

        return signals.Parroted ? (Trouble.Parroted, SmallWeight)
            : TooMuch(turn) ? (Trouble.TooMuchAtOnce, SmallerWeight)
            : ClosedAfterFeeling(signals) ? (Trouble.ClosedAfterFeeling, SmallestWeight)
            : null;
    }

    private static bool TooMuch(HeldTurn turn) =>
        TurnReading.ListeningMovesOf(turn.Signals).Count() >= StateConstants.LostThreadMoves
        || turn.Signals.Words > StateConstants.LostThreadWords;

    private static bool ClosedAfterFeeling(TurnSignals signals) =>
        signals.ClientFelt
        && signals.Has(LabelCode.ClosedQuestion)
        && !signals.Has(LabelCode.SafetyQuestion)
        && !signals.Has(LabelCode.Validation)
        && !signals.Has(LabelCode.SimpleReflection)
        && !signals.Has(LabelCode.ComplexReflection);

    private static Trouble Of(TrustMove loss) =>
        loss.Label switch
        {
            LabelCode.BoundaryBreach => Trouble.Breach,
            LabelCode.Confronting or LabelCode.Warning => Trouble.Blame,
            LabelCode.AdviceWithoutPermission => Trouble.Advice,
            LabelCode.Minimizing => Trouble.Reassurance,
            LabelCode.LeadingQuestion => Trouble.Leading,
            LabelCode.DoubleQuestion => Trouble.TwoQuestions,
            LabelCode.SelfDisclosure => Trouble.OwnStory,
            LabelCode.PromisesSecrecy => Trouble.Secrecy,
            LabelCode.Jargon => Trouble.Jargon,
            LabelCode.ClosedQuestion => Trouble.ClosedRun,
            _ when loss.Reason == Losses.PressingReason => Trouble.Pressed,
            _ when loss.Reason == Losses.FactIgnoredReason => Trouble.FactPassedOver,
            _ when loss.Reason == Losses.QuestionIgnoredReason => Trouble.QuestionUnanswered,
            _ => Trouble.FeelingLeft,
        };
}
