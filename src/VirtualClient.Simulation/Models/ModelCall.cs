namespace VirtualClient.Simulation.Models;

/// <summary>Tokens as the provider reported them. <see cref="InputTokens"/> counts only what was neither read from nor written to the cache.</summary>
public sealed record Usage(long InputTokens, long OutputTokens, long CacheWriteTokens, long CacheReadTokens, bool Estimated = false)
{
    /// <summary>How many of <see cref="CacheWriteTokens"/> went to the one-hour cache, which costs more.</summary>
    public long CacheWriteHourTokens { get; init; }
}

/// <summary>One model call, whether its text was used or not.</summary>
/// <param name="Purpose">"reply" or "correction" for a client's words, else "assessment", "coach", "other".</param>
/// <param name="Outcome">"ok", "refused", "failed", "cancelled", "cut" (ended at the token limit).</param>
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
)
{
    /// <summary>Cost in nano-dollars at the price of the moment; null when nothing was used.</summary>
    public long? CostNanoUsd { get; init; }

    /// <summary>Why the call failed, or null.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>HTTP status when the provider answered with an error, or null.</summary>
    public int? StatusCode { get; init; }
}

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
