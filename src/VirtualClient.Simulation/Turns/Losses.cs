using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What a turn costs before factors and limits; amounts are negative. Pressing is judged with the facts and added there.</summary>
internal static class Losses
{
    public const string PressingReason = "pressed a topic the client had turned away from";
    public const string FactIgnoredReason = "did not respond to what was just told";
    public const string ClosedRunReason = "third closed question in a row";
    public const string QuestionIgnoredReason = "the client's question was not answered";

    public static IReadOnlyList<TrustMove> Of(TurnReading turn) => [.. Codes(turn), .. Omissions(turn)];

    public static bool IsDutyCost(TrustMove move) => move.Amount < 0 && move.Label == LabelCode.DutyToReport;

    /// <summary>Whether the turn took more than it gave. What a duty costs is not counted, and one dry question more shuts nobody's mouth.</summary>
    public static bool Outweigh(IEnumerable<TrustMove> moves) =>
        moves.Where(move => !IsDutyCost(move) && move.Reason != ClosedRunReason).Sum(move => move.Amount) < 0;

    /// <summary>The run of closed questions after this turn.</summary>
    public static int ClosedRunAfter(TurnReading turn)
    {
        var signals = turn.Signals;
        if (turn.IsDuty || StructuredKind(turn.Persona.KindOfInterview))
        {
            return turn.Before.ClosedRun;
        }

        return signals.Has(LabelCode.ClosedQuestion) && !signals.FollowsUp && !turn.Reflects ? turn.Before.ClosedRun + 1 : 0;
    }

    private static IEnumerable<TrustMove> Codes(TurnReading turn)
    {
        var signals = turn.Signals;
        if (signals.Has(LabelCode.BoundaryBreach))
        {
            yield return new("crossed a line", LabelCode.BoundaryBreach, -StateConstants.BoundaryBreach);
        }

        if (signals.Has(LabelCode.AdviceWithoutPermission))
        {
            var again = turn.Before.LastAdvice is { } last && turn.Turn - last <= StateConstants.AdviceAgainWithin;
            yield return new(
                again ? "advice before it was wanted, again" : "advice before it was wanted",
                LabelCode.AdviceWithoutPermission,
                -(again ? StateConstants.AdviceAgain : StateConstants.Advice)
            );
        }

        if (turn.Confronts)
        {
            var code = signals.Has(LabelCode.Confronting) ? LabelCode.Confronting : LabelCode.Warning;
            yield return new(code == LabelCode.Warning ? "warned or threatened" : "could land as blame", code, -StateConstants.Confronting);
        }

        if (signals.Has(LabelCode.Minimizing))
        {
            yield return new("reassured before hearing", LabelCode.Minimizing, -StateConstants.Minimizing);
        }

        if (signals.Has(LabelCode.LeadingQuestion) || signals.Has(LabelCode.DoubleQuestion))
        {
            var code = signals.Has(LabelCode.LeadingQuestion) ? LabelCode.LeadingQuestion : LabelCode.DoubleQuestion;
            yield return new(
                code == LabelCode.LeadingQuestion ? "leading question" : "two questions at once",
                code,
                -StateConstants.LeadingOrDouble
            );
        }

        if (signals.LongSelfDisclosure)
        {
            yield return new("long self-disclosure", LabelCode.SelfDisclosure, -StateConstants.LongSelfDisclosure);
        }

        if (signals.Has(LabelCode.PromisesSecrecy))
        {
            yield return new("promised more privacy than can be kept", LabelCode.PromisesSecrecy, -StateConstants.SecrecyPromised);
        }

        if (signals.Has(LabelCode.Jargon))
        {
            yield return new("jargon", LabelCode.Jargon, -StateConstants.Jargon);
        }

        if (signals.Has(LabelCode.DutyToReport) && turn.Before.ReportNamed is null)
        {
            yield return new(
                "a duty to report was named: necessary, and it costs something",
                LabelCode.DutyToReport,
                -StateConstants.ReportNamed
            );
        }
    }

    private static IEnumerable<TrustMove> Omissions(TurnReading turn)
    {
        // Passing over what was just told and leaving the feeling in it are one omission; the graver counts. The first turn arrives, it leaves
        // nothing.
        if (turn.JustOpened && !Responds(turn))
        {
            yield return new(FactIgnoredReason, null, -StateConstants.FactIgnored);
        }
        else if (turn.Signals.LeftFeeling && !turn.IsDuty && turn.Before.Turn > 0)
        {
            yield return new("moved on from a feeling", null, -StateConstants.FeelingLeft);
        }

        if (turn.IgnoresQuestion)
        {
            yield return new(QuestionIgnoredReason, null, -StateConstants.QuestionIgnored);
        }

        if (turn.Signals.Has(LabelCode.ClosedQuestion) && ClosedRunAfter(turn) > StateConstants.ClosedQuestionsTolerated && !turn.IsDuty)
        {
            yield return new(ClosedRunReason, LabelCode.ClosedQuestion, -StateConstants.ThirdClosedQuestion);
        }
    }

    /// <summary>A duty move takes up what was told as much as a reflection does: one asks about safety because of it.</summary>
    private static bool Responds(TurnReading turn) =>
        turn.Signals.FollowsUp
        || turn.Reflects
        || turn.IsDuty
        || turn.Signals.Has(LabelCode.Validation)
        || turn.Signals.Has(LabelCode.Silence)
        || turn.Signals.Has(LabelCode.Encourager);

    /// <summary>Where a list of closed questions is the work itself, a run of them is no loss.</summary>
    private static bool StructuredKind(InterviewKind kind) => kind is InterviewKind.Crisis or InterviewKind.InformationAndReferral;
}
