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

/// <param name="Why">Why this client next, in a sentence.</param>
public sealed record NextClientView(Guid ClientId, string Name, string Why);

/// <summary>A student's own progress; nobody is compared with anybody.</summary>
/// <param name="PracticeCount">Ended practice conversations, other tries not counted.</param>
/// <param name="Conversations">The latest of them, oldest first.</param>
public sealed record ProgressView(
    int PracticeCount,
    IReadOnlyList<PracticedView> Conversations,
    IReadOnlyList<SkillView> Skills,
    NextClientView? Next
);
