using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Components.Ui.Record;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>What the figures of a debrief are called on the page.</summary>
internal static class DebriefWords
{
    public static string Of(OpennessBand band) => band.ToString().ToLowerInvariant();

    public static string Of(OpeningDuty duty) =>
        duty switch
        {
            OpeningDuty.Introduction => "Said who you are",
            OpeningDuty.Role => "Said what your role is",
            OpeningDuty.Limits => "Said what stays private and what cannot",
            _ => "Agreed what the meeting is for",
        };

    public static string Of(DutyOutcome duty) =>
        duty.Timing switch
        {
            DutyTiming.Timely => $"Turn {duty.Turn}",
            DutyTiming.Late => duty.Duty == OpeningDuty.Limits
                ? $"Turn {duty.Turn}: something sensitive had been told before"
                : $"Turn {duty.Turn}",
            _ => "",
        };

    public static string Of(PracticeArea area) => area == PracticeArea.SelfDisclosure ? "Self-disclosure" : area.ToString();

    public static string Of(SeenRisk risk) =>
        risk switch
        {
            SeenRisk.NoneSeen => "None seen",
            SeenRisk.NotEnoughAsked => "Not enough asked",
            _ => risk.ToString(),
        };

    public static string Of(WouldDo would) =>
        would switch
        {
            WouldDo.NotSure => "Not sure",
            _ => would.ToString(),
        };

    public static string Of(SelfRating rating) => rating == SelfRating.AtTimes ? "At times" : rating.ToString();

    public static string Safety(SafetyOutcome safety, string name) =>
        safety switch
        {
            { CarriedRisk: false } =>
                $"You asked about safety {Turns(safety.AskedTurns.Concat(safety.LeadingTurns))}. {name} carried no such risk; asking was care all the same.",
            { Clarity: SafetyClarity.Direct, Told: true } =>
                $"You asked about safety directly, {Turns(safety.AskedTurns)}, and {name} told you about it.",
            { Clarity: SafetyClarity.Direct } =>
                $"You asked about safety directly, {Turns(safety.AskedTurns)}. {name} did not tell all of it; coming back to it calmly is part of the asking.",
            { Clarity: SafetyClarity.Beside } =>
                $"You asked about safety, {Turns(safety.AskedTurns)}, and not yet about what {name} carried. There is more than one kind of danger to ask about.",
            { Clarity: SafetyClarity.Leading } =>
                $"You asked about safety, {Turns(safety.LeadingTurns)}, in a way that held its answer. A plain question is easier to answer truthfully.",
            _ => $"{name} carried a risk, and safety was not asked about. It might help to ask early, in plain words.",
        };

    public static string Turns(IEnumerable<int> turns)
    {
        var numbers = turns.Order().ToList();
        return numbers.Count switch
        {
            0 => "",
            1 => $"at turn {numbers[0]}",
            _ => $"at turns {string.Join(", ", numbers.Take(numbers.Count - 1))} and {numbers[^1]}",
        };
    }

    public static string Rupture(RuptureOutcome rupture) =>
        rupture.RepairedTurn is { } repaired
            ? $"At turn {rupture.Turn} something came between you ({rupture.Cause}). By turn {repaired} it was put right."
            : $"At turn {rupture.Turn} something came between you ({rupture.Cause}). It was still there at the end.";

    /// <summary>A place in its band, in thirds: a line drawn through these shows the way and no figure.</summary>
    public static double Height(OpennessTurn turn) => Math.Round((double)turn.Trust * 3) / 3;

    public static CodeView Code(LabelCode code) => new(LabelNames.Of(code).Student, Kind(code));

    private static string? Kind(LabelCode code) =>
        code switch
        {
            LabelCode.OpenQuestion => "open",
            LabelCode.ClosedQuestion or LabelCode.LeadingQuestion or LabelCode.DoubleQuestion => "closed",
            LabelCode.SimpleReflection or LabelCode.ComplexReflection or LabelCode.Summary or LabelCode.Validation => "reflect",
            LabelCode.Affirmation or LabelCode.Autonomy or LabelCode.Permission or LabelCode.Repair => "affirm",
            LabelCode.AdviceWithoutPermission or LabelCode.Confronting or LabelCode.Warning or LabelCode.Minimizing => "advise",
            _ => null,
        };

    /// <summary>Every label a turn can be given by hand: code and student-facing name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Choices { get; } =
    [
        .. Enum.GetValues<LabelCode>()
            .Where(code => code is not (LabelCode.NotAnalyzed or LabelCode.AboutTheStudent))
            .Select(code => (Codes.Of(code), LabelNames.Of(code).Student)),
    ];
}
