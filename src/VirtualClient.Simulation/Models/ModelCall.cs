namespace VirtualClient.Simulation.Models;

/// <summary>Tokens as the provider reported them. <see cref="InputTokens"/> counts only what was neither read from nor written to the cache.</summary>
public sealed record Usage(long InputTokens, long OutputTokens, long CacheWriteTokens, long CacheReadTokens, bool Estimated = false);

/// <summary>One model call that belongs to a reply, whether its text was used or not.</summary>
/// <param name="Purpose">"reply" or "correction".</param>
/// <param name="Outcome">"ok", "refused", "failed", "cancelled", "cut".</param>
public sealed record ModelCall(
    string Route,
    string Provider,
    string Model,
    string Purpose,
    string Outcome,
    Usage? Usage,
    string? RequestId,
    TimeSpan? FirstTextAfter,
    TimeSpan Duration
);

/// <summary>Why a reply could not be made; nothing of it is ever shown as the client's words.</summary>
public enum FailureKind
{
    NotAvailable,
    Busy,
    Overloaded,
    Timeout,
    Budget,
    Refused,
    Empty,
    RoleBreak,
    Unexpected,
}
