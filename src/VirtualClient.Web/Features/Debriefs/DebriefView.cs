using System.Text.Json.Serialization;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>A fact in the debrief; <paramref name="Fact"/> itself only when it was told, or where it was asked for and may be shown.</summary>
public sealed record FactView(
    string Id,
    string Title,
    int? Turn,
    string How,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WouldOpen,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Fact
);

public sealed record FactsView(
    IReadOnlyList<FactView> Learned,
    IReadOnlyList<FactView> Approached,
    IReadOnlyList<FactView> NotToday,
    IReadOnlyList<FactView> Missed
);

/// <param name="Value">The engine's figure, for teachers only.</param>
public sealed record TrustView(
    int Turn,
    OpennessBand Band,
    OpennessChange Change,
    IReadOnlyList<string> Reasons,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Value
);

public sealed record QuestionsView(int Open, int Closed, int Leading, int Double);

public sealed record LabelView(string Code, string Name, string Words, string Rule);

public sealed record LabeledTurnView(Guid MessageId, int Turn, IReadOnlyList<LabelView> Labels);

public sealed record OwnLabelView(Guid MessageId, string Label, string Instead, string Reason, bool ByHandFirst);

/// <summary>
/// The debrief as the API gives it. While somebody labels their turns by hand first, all that would tell the labels is null, empty or "".
/// </summary>
public sealed record DebriefView(
    Guid ConversationId,
    string ClientName,
    InterviewKind KindOfInterview,
    FactsView Facts,
    OpennessBand StartBand,
    IReadOnlyList<TrustView> Trust,
    string? WarmsTo,
    decimal? TalkShare,
    QuestionsView? Questions,
    decimal? ReflectionsPerQuestion,
    Estimate? ReflectionsPerQuestionRange,
    int? Reflections,
    decimal? AdviceRate,
    IReadOnlyList<DutyOutcome> Duties,
    IReadOnlyList<int> SecrecyPromised,
    IReadOnlyList<RuptureOutcome> Ruptures,
    SafetyOutcome? Safety,
    IReadOnlyList<LabeledTurnView> Turns,
    KeptMoment? OneToKeep,
    RetryMoment? OneToTry,
    IReadOnlyList<KeptMoment> Keep,
    IReadOnlyList<RetryMoment> Retry,
    OwnView? OwnView,
    SavedReflection Reflection,
    IReadOnlyList<OwnLabelView> OwnLabels
)
{
    /// <summary>Of an attempt, as it was released; null: nothing is.</summary>
    public FeedbackView? Feedback { get; init; }

    /// <param name="reveal">Asks for the facts that were not told; heard only where the terms allow it.</param>
    internal static DebriefView Of(DebriefOfOne one, CurrentUser user, bool reveal)
    {
        var report = one.Held.Report;
        var shown = reveal && one.Terms.MayReveal;
        var told = one.ShowsLabels;
        return new DebriefView(
            one.Held.Conversation.Id,
            one.Held.Conversation.ClientName,
            one.Held.Conversation.Persona.KindOfInterview,
            new FactsView(
                FactsOf(report, FactStanding.Learned, true, told),
                FactsOf(report, FactStanding.Approached, shown, told),
                FactsOf(report, FactStanding.NotToday, shown, told),
                FactsOf(report, FactStanding.NotReached, shown, told)
            ),
            report.StartBand,
            [
                .. report.Openness.Select(t => new TrustView(
                    t.Turn,
                    t.Band,
                    t.Change,
                    told ? t.Reasons : [],
                    user.IsTeacher ? t.Trust : null
                )),
            ],
            report.WarmsTo,
            report.Listening.TalkShare,
            !told
                ? null
                : new QuestionsView(report.Listening.Open, report.Listening.Closed, report.Listening.Leading, report.Listening.Double),
            told ? report.Listening.ReflectionsPerQuestion?.Value : null,
            told ? report.Listening.ReflectionsPerQuestion : null,
            told ? report.Listening.Reflections : null,
            told ? report.Listening.AdviceRate : null,
            report.Duties,
            report.SecrecyPromised,
            told ? report.Ruptures : [],
            report.Safety,
            told ? [.. one.Held.Lines.Select(Labeled)] : [],
            told ? report.Keep : null,
            told ? report.Try : null,
            told ? report.Kept : [],
            told ? report.Retries : [],
            one.Own.View is { } view ? Debriefs.OwnView.Parse(view) : null,
            SavedReflection.Of(one.Own),
            [.. one.Labels.Select(l => new OwnLabelView(l.MessageId, l.Label, l.Instead, l.Reason, l.ByHandFirst))]
        );
    }

    private static LabeledTurnView Labeled(HeldLine line) =>
        new(
            line.MessageId,
            line.Turn.Number,
            [
                .. line
                    .Turn.Signals.Labels.Where(Shown)
                    .Select(l => new LabelView(Codes.Of(l.Code), LabelNames.Of(l.Code).Student, l.Words, l.Rule)),
            ]
        );

    /// <summary>Whether a turn was about the student is nobody's matter afterwards.</summary>
    internal static bool Shown(TurnLabel label) => label.Code != LabelCode.AboutTheStudent;

    private static IReadOnlyList<FactView> FactsOf(SessionReport report, FactStanding standing, bool shown, bool told) =>
        [
            .. report
                .Facts.Where(fact => fact.Standing == standing)
                .Select(fact => new FactView(
                    fact.Id,
                    fact.Title,
                    fact.Turn,
                    told ? fact.How : "",
                    told ? fact.WouldOpen : null,
                    shown ? fact.Fact : null
                )),
        ];
}
