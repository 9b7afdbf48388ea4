using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>Whether something was said when it was needed.</summary>
public enum DutyTiming
{
    Timely,
    Late,
    Missing,
}

/// <summary>One thing a worker owes the client at the start, and whether it was said.</summary>
/// <param name="Turn">Number of the turn it was first said in; null: never.</param>
public sealed record DutyOutcome(OpeningDuty Duty, DutyTiming Timing, int? Turn);

/// <summary>
/// Introduction, role, limits of confidentiality and purpose. The limits are timely while nothing sensitive has been told; the others
/// within the first turns (our choice: 2, 3 and 6).
/// </summary>
internal static class OpeningDuties
{
    private const int IntroductionBy = 2;
    private const int RoleBy = 3;
    private const int PurposeBy = 6;

    public static IReadOnlyList<DutyOutcome> Of(Persona persona, IReadOnlyList<HeldTurn> turns)
    {
        var sensitive = FirstSensitive(persona, turns);
        return [.. Expected(persona.KindOfInterview).Select(duty => Outcome(duty, turns, sensitive))];
    }

    public static IReadOnlyList<int> SecrecyPromised(IReadOnlyList<HeldTurn> turns) =>
        [.. turns.Where(turn => turn.Signals.Has(LabelCode.PromisesSecrecy)).Select(turn => turn.Number)];

    /// <summary>People who know each other do not introduce themselves again.</summary>
    private static OpeningDuty[] Expected(InterviewKind kind) =>
        kind is InterviewKind.Review or InterviewKind.Ending ? [OpeningDuty.Purpose] : Enum.GetValues<OpeningDuty>();

    private static DutyOutcome Outcome(OpeningDuty duty, IReadOnlyList<HeldTurn> turns, int? sensitive)
    {
        if (turns.FirstOrDefault(turn => turn.Signals.Has(Label(duty)))?.Number is not { } said)
        {
            return new DutyOutcome(duty, DutyTiming.Missing, null);
        }

        var timely = duty switch
        {
            OpeningDuty.Introduction => said <= IntroductionBy,
            OpeningDuty.Role => said <= RoleBy,
            OpeningDuty.Purpose => said <= PurposeBy,
            // The fact is told in reply to its turn, so what was said in that turn came before it.
            _ => sensitive is null || said <= sensitive,
        };
        return new DutyOutcome(duty, timely ? DutyTiming.Timely : DutyTiming.Late, said);
    }

    private static int? FirstSensitive(Persona persona, IReadOnlyList<HeldTurn> turns)
    {
        var sensitive = persona
            .Disclosures.Where(fact => fact.Risk is not null || fact.Discomfort || fact.Importance == Importance.Core)
            .Select(fact => fact.Id)
            .ToHashSet(StringComparer.Ordinal);
        return turns.FirstOrDefault(turn => turn.Step.Opening.Any(sensitive.Contains))?.Number;
    }

    private static LabelCode Label(OpeningDuty duty) =>
        duty switch
        {
            OpeningDuty.Introduction => LabelCode.Introduction,
            OpeningDuty.Role => LabelCode.ExplainsRole,
            OpeningDuty.Limits => LabelCode.LimitsOfConfidentiality,
            _ => LabelCode.AgreesPurpose,
        };
}
