using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Features.Debriefs;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What was proposed for a criterion.</summary>
/// <param name="Hidden">Level and reason are kept back until a person has decided: quotes first, then one's own mind, then the draft's.</param>
public sealed record DraftView(
    CriterionState? State,
    string? Level,
    decimal? Points,
    string? Reason,
    Confidence? Confidence,
    IReadOnlyList<EvidenceQuote> Evidence,
    int Dropped,
    bool Hidden
);

public sealed record DecidedView(string? Level, decimal? Points, bool NoOpportunity, string Reason, Guid By, DateTimeOffset At);

/// <param name="Draft">Null: no draft came yet. Not scored yet is never a number.</param>
/// <param name="Decided">Null: nobody has decided.</param>
public sealed record AssessedCriterionView(string Key, string Name, decimal Weight, DraftView? Draft, DecidedView? Decided);

public sealed record LineCommentView(Guid Id, int Line, string Text, Guid AuthorId, string Author, DateTimeOffset At)
{
    internal static LineCommentView Of(LineComment c) => new(c.Id, c.Line, c.Text, c.AuthorId, c.AuthorName, c.At);
}

/// <summary>An assessment as teachers and assistants see it.</summary>
/// <param name="Score">Null while a criterion is undecided, or when none could be scored.</param>
public sealed record AssessmentView(
    Guid Id,
    Guid ConversationId,
    Guid AssignmentId,
    Guid SectionId,
    Guid StudentId,
    DraftState Draft,
    DraftSource? Source,
    string? Fault,
    int Tries,
    DateTimeOffset? DraftedAt,
    IReadOnlyList<AssessedCriterionView> Criteria,
    IReadOnlyList<string> Strengths,
    IReadOnlyList<string> AreasToImprove,
    string Overall,
    string Next,
    IReadOnlyList<LineCommentView> Comments,
    WeightedScore? Score,
    int Undecided,
    bool Counts,
    DateTimeOffset? ReleasedAt,
    bool ChangedSinceRelease,
    DateTimeOffset? ReopenedAt,
    int Version
)
{
    /// <param name="decideFirst">Keeps the draft's level back where nobody has decided.</param>
    internal static AssessmentView Of(Assessment a, RubricDefinition rubric, bool decideFirst) =>
        new(
            a.Id,
            a.ConversationId,
            a.AssignmentId,
            a.SectionId,
            a.StudentId,
            a.State,
            a.Source,
            a.Fault,
            a.Tries,
            a.DraftedAt,
            [.. a.InOrder.Select(c => Criterion(c, rubric.Find(c.Key)!, decideFirst))],
            decideFirst && !a.IsComplete ? [] : a.Notes.Strengths,
            decideFirst && !a.IsComplete ? [] : a.Notes.AreasToImprove,
            a.Overall,
            a.Next,
            [.. a.Comments.OrderBy(c => c.Line).ThenBy(c => c.At).Select(LineCommentView.Of)],
            Feedback.ScoreOf(a, rubric),
            a.Undecided,
            a.Counts,
            a.ReleasedAt,
            a.ChangedSinceRelease,
            a.ReopenedAt,
            a.Version
        );

    private static AssessedCriterionView Criterion(AssessedCriterion c, RubricCriterion criterion, bool decideFirst)
    {
        var hidden = decideFirst && !c.IsDecided && c.SaysSomething;
        return new AssessedCriterionView(
            c.Key,
            criterion.Name,
            criterion.Weight,
            c.DraftState is null
                ? null
                : new DraftView(
                    hidden ? null : c.DraftState,
                    hidden ? null : c.DraftLevelKey,
                    hidden ? null : PointsOf(criterion, c.DraftLevelKey),
                    hidden ? null : c.DraftReason,
                    hidden ? null : c.Confidence,
                    c.Evidence,
                    c.Dropped,
                    hidden
                ),
            c.IsDecided
                ? new DecidedView(
                    c.LevelKey,
                    PointsOf(criterion, c.LevelKey),
                    c.NoOpportunity,
                    c.Reason,
                    c.DecidedBy!.Value,
                    c.DecidedAt!.Value
                )
                : null
        );
    }

    private static decimal? PointsOf(RubricCriterion criterion, string? level) => level is null ? null : criterion.FindLevel(level)?.Points;
}

/// <summary>An assessment as the student whose attempt it is sees it: what was released.</summary>
/// <param name="Status">released, not_released, or reopened.</param>
public sealed record StudentAssessmentView(Guid ConversationId, string Status, FeedbackView? Feedback);
