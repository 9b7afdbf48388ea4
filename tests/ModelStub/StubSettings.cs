namespace ModelStub;

/// <summary>How the stub behaves when nothing goes wrong. May be changed while it runs; each request reads it once.</summary>
public sealed record StubSettings
{
    /// <summary>Longest delay anybody can ask for, so that a stub never hangs a test run.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    /// <summary>Pause before the first piece of text.</summary>
    public TimeSpan FirstText { get; init; }

    /// <summary>Pause before each further piece.</summary>
    public TimeSpan PerPiece { get; init; }

    /// <summary>Exact number of pieces of a reply, or null to send it word by word.</summary>
    public int? Pieces { get; init; }

    /// <summary>How long a stalled request is held at most.</summary>
    public TimeSpan LongestStall { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Compress answers for callers that accept it.</summary>
    public bool Gzip { get; init; }

    /// <summary>Whether requests are kept for assertions (the newest 1,000).</summary>
    public bool Record { get; init; } = true;

    /// <summary>What to say to a request; null for the stub's own short speech.</summary>
    public Func<ReceivedRequest, string?>? Reply { get; init; }

    internal static TimeSpan Bounded(TimeSpan delay) =>
        delay < TimeSpan.Zero ? TimeSpan.Zero
        : delay > LongestDelay ? LongestDelay
        : delay;
}

/// <summary>Token figures as the stub told them. <see cref="Fresh"/> was neither read from nor written to the cache.</summary>
public sealed record ReportedUsage(long Fresh, long CacheRead, long CacheWrite5Minutes, long CacheWrite1Hour, long Output);
