using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What a turn earns before factors and limits: the listening moves by rank, and the moves that add to them.</summary>
internal static class Gains
{
    public static IReadOnlyList<TrustMove> Of(TurnReading turn) => [.. Listening(turn), .. Others(turn)];

    private static IEnumerable<TrustMove> Listening(TurnReading turn)
    {
        var earning = TurnReading
            .ListeningMovesOf(turn.Signals)
            .Select(label => new TrustMove(Name(label.Code), label.Code, Worth(turn, label)))
            .Where(move => move.Amount > 0)
            .OrderByDescending(move => move.Amount)
            .ThenBy(move => move.Label)
            .ToList();
        if (earning.Count == 0)
        {
            yield break;
        }

        if (turn.LostThread)
        {
            // So much at once that the client takes up one thing of it, and that only in part.
            var best = earning[0];
            yield return best with
            {
                Reason = $"{best.Reason}, half lost in a long turn",
                Amount = best.Amount * StateConstants.LostThreadShare,
            };
            yield break;
        }

        yield return earning[0];
        if (earning.Count > 1)
        {
            var second = earning[1];
            yield return second with
            {
                Reason = $"{second.Reason}, second move",
                Amount = second.Amount * StateConstants.SecondMoveShare,
            };
        }
    }

    private static decimal Worth(TurnReading turn, TurnLabel label)
    {
        if (Repeats(turn, label))
        {
            return 0m;
        }

        var signals = turn.Signals;
        var heard = signals.Tied && !signals.Parroted && !turn.IgnoresQuestion;
        return label.Code switch
        {
            LabelCode.SimpleReflection => heard ? StateConstants.Reflection : 0m,
            LabelCode.ComplexReflection => heard ? StateConstants.Reflection + StateConstants.ComplexReflectionMore : 0m,
            LabelCode.Validation => signals.Tied ? StateConstants.Validation : 0m,
            LabelCode.Summary => signals.Tied && !signals.Parroted ? StateConstants.Summary : 0m,
            LabelCode.Affirmation => StateConstants.Affirmation,
            LabelCode.Autonomy => StateConstants.Autonomy,
            LabelCode.OpenQuestion => StateConstants.OpenQuestion,
            LabelCode.Permission => StateConstants.Permission,
            LabelCode.Silence => SilenceEarns(turn) ? StateConstants.Silence : 0m,
            _ => 0m,
        };
    }

    private static bool SilenceEarns(TurnReading turn) =>
        (turn.Signals.ClientFelt || turn.JustOpened) && turn.Before.LastSilence != turn.Before.Turn;

    /// <summary>The third affirmation in a few turns, or any move in the same words again, is a habit and no longer a response.</summary>
    private static bool Repeats(TurnReading turn, TurnLabel label)
    {
        var code = RecentMoves.Code(label.Code);
        var words = RecentMoves.Fingerprint(label.Words);
        var recent = turn.Before.RecentMoves.Where(move => move.Turn > turn.Turn - StateConstants.RepeatWindow).ToList();
        if (label.Code == LabelCode.Affirmation && recent.Count(move => move.Move == code) >= StateConstants.AffirmationsThatEarn)
        {
            return true;
        }

        return label.Code != LabelCode.Silence && words != 0 && recent.Any(move => move.Words == words && move.Move == code);
    }

    private static IEnumerable<TrustMove> Others(TurnReading turn)
    {
        var signals = turn.Signals;
        var before = turn.Before;
        if (signals.ClientAsked && signals.Has(LabelCode.AnswersQuestion))
        {
            yield return new("answered the client's question", LabelCode.AnswersQuestion, StateConstants.QuestionAnswered);
        }

        if (turn.GivesHelp && (signals.HelpWanted || signals.Has(LabelCode.AdviceWithPermission)))
        {
            yield return new("help that was wanted", HelpLabel(signals), StateConstants.WantedHelp);
        }

        if (signals.FollowsUpPromise)
        {
            yield return new("followed up a promise", null, StateConstants.PromiseFollowedUp);
        }

        foreach (var (code, duty) in RecentMoves.OpeningDutyCodes)
        {
            if (signals.Has(code) && !before.Duties.Contains(duty))
            {
                yield return new(Name(code), code, StateConstants.OpeningDuty);
            }
        }

        if (signals.Has(LabelCode.Repair) && before.Rupture is { RepairedAt: null })
        {
            yield return new("repair", LabelCode.Repair, StateConstants.Repair);
        }

        if (turn.AsksSafetyCalmly && RiskIsNear(turn))
        {
            yield return new("calm, direct safety question", LabelCode.SafetyQuestion, StateConstants.SafetyQuestion);
        }

        if (before.ReportExplained && before.ReportNamed == before.Turn && before.Turn > 0)
        {
            yield return new("the report was named with the next step and the client's part", null, StateConstants.ReportExplained);
        }
    }

    private static LabelCode HelpLabel(TurnSignals signals) =>
        signals.Has(LabelCode.PracticalHelp) ? LabelCode.PracticalHelp
        : signals.Has(LabelCode.Referral) ? LabelCode.Referral
        : signals.Has(LabelCode.Information) ? LabelCode.Information
        : LabelCode.AdviceWithPermission;

    private static bool RiskIsNear(TurnReading turn)
    {
        if (turn.Signals.AskedAbout.Count > 0 && turn.Signals.AskedAbout.All(item => AskedLately(turn, item)))
        {
            return false;
        }

        return turn.Persona.KindOfInterview == InterviewKind.Crisis
            || turn.Before.DistressTenths >= StateConstants.RiskIsNear
            || turn.Persona.Disclosures.Any(fact =>
                fact.Risk is { } risk
                && !turn.Before.Opened.ContainsKey(fact.Id)
                && (turn.Signals.AskedAbout.Contains(risk) || turn.Before.Approached.ContainsKey(fact.Id))
            );
    }

    /// <summary>Asking the same again is no second gain: care is in the asking, not in the count.</summary>
    private static bool AskedLately(TurnReading turn, RiskItem item) =>
        turn.Before.RecentMoves.Any(move =>
            move.Turn > turn.Turn - StateConstants.RepeatWindow
            && move.Move == RecentMoves.Code(LabelCode.SafetyQuestion)
            && move.Words == RecentMoves.SafetyItem(item)
        );

    private static string Name(LabelCode code) => RecentMoves.Code(code).Replace('_', ' ');
}
