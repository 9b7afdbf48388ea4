using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Features.Assignments;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>What a person decided for one criterion, with the words of the rubric it was held under.</summary>
/// <param name="LevelKey">Null: the conversation gave no opportunity for it; not scored, and no zero.</param>
/// <param name="Reason">What the reviewer wrote about this decision; may be empty.</param>
public sealed record FeedbackCriterion(
    string Key,
    string Name,
    string? LevelKey,
    string? LevelName,
    decimal? Points,
    string Descriptor,
    string Reason,
    IReadOnlyList<EvidenceQuote> Evidence
);

public sealed record FeedbackComment(int Line, string Text, string By);

/// <summary>Feedback exactly as it was released; what is decided later is not in it.</summary>
/// <param name="NotYet">Names of the criteria that nobody had decided.</param>
/// <param name="Share">0 to 1 by the rubric's weights; null while a criterion is undecided: not scored yet.</param>
public sealed record FeedbackView(
    DateTimeOffset ReleasedAt,
    string ReleasedBy,
    IReadOnlyList<FeedbackCriterion> Criteria,
    IReadOnlyList<string> NotYet,
    IReadOnlyList<FeedbackComment> Comments,
    string Overall,
    string Next,
    decimal? Share
);

/// <summary>How it stands with the feedback on one attempt.</summary>
/// <param name="Released">Null: nothing is released.</param>
/// <param name="When">When the assignment releases it.</param>
/// <param name="IsAssessed">False: it was held without a rubric, and there is no feedback to wait for.</param>
public sealed record FeedbackState(FeedbackView? Released, FeedbackRelease When, DateTimeOffset? DueAt, bool Reopened, bool IsAssessed);

/// <summary>Asks whoever assesses what may be shown to the person who held an attempt; null when it was none.</summary>
public interface IReleasedFeedback
{
    Task<FeedbackState?> OfAsync(Guid conversationId, CancellationToken cancellationToken);
}
