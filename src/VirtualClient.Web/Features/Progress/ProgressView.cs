using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.Progress;

/// <summary>What one ended practice conversation adds to the picture. No openness is in it: that describes a client and not a student.</summary>
public sealed record PracticedView(
    Guid ConversationId,
    Guid ClientId,
    string ClientName,
    InterviewKind KindOfInterview,
    DateTimeOffset StartedAt,
    int Turns,
    decimal? ReflectionsPerQuestion,
    decimal AdviceRate,
    decimal? TalkShare,
    int FeelingsMet,
    int DutiesInTime,
    int DutiesExpected
);

/// <summary>One skill over the conversations, oldest first; null where a conversation had nothing to measure.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Hint">Which way is worth practicing, in a sentence.</param>
public sealed record SkillView(string Key, string Name, string Hint, bool IsShare, IReadOnlyList<decimal?> Values);

/// <summary>An attempt whose feedback was released.</summary>
public sealed record ReleasedView(Guid ConversationId, string ClientName, string Assignment, DateTimeOffset StartedAt);

/// <summary>What a teacher decided for one criterion in one attempt.</summary>
/// <param name="Level">The level's name; null: the conversation gave no opportunity for it, which is no zero.</param>
/// <param name="Share">Its points of the most there are, 0 to 1; null as above.</param>
public sealed record ReleasedLevel(string? Level, decimal? Share);

/// <summary>One criterion over the attempts, oldest first; null where an attempt was not assessed by it.</summary>
public sealed record CriterionProgress(string Key, string Name, IReadOnlyList<ReleasedLevel?> Levels);

/// <param name="Why">Why this client next, in a sentence.</param>
public sealed record NextClientView(Guid ClientId, string Name, string Why);

/// <summary>A student's own progress; nobody is compared with anybody.</summary>
/// <param name="PracticeCount">Ended practice conversations, other tries not counted.</param>
/// <param name="Conversations">The latest of them, oldest first.</param>
/// <param name="Released">The latest attempts with released feedback, oldest first.</param>
/// <param name="Criteria">The levels decided in these.</param>
public sealed record ProgressView(
    int PracticeCount,
    IReadOnlyList<PracticedView> Conversations,
    IReadOnlyList<SkillView> Skills,
    IReadOnlyList<ReleasedView> Released,
    IReadOnlyList<CriterionProgress> Criteria,
    NextClientView? Next
);
