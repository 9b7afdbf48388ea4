namespace ModelStub;

/// <summary>What goes wrong, named as in the <c>x-stub-fault</c> header and in <c>POST /control/faults</c>.</summary>
public enum FaultKind
{
    /// <summary>An error answer with <see cref="Fault.Status"/>.</summary>
    Status,

    /// <summary>The connection is reset before any byte of an answer.</summary>
    Reset,

    /// <summary>The connection is reset after <see cref="Fault.AfterPieces"/> pieces.</summary>
    Cut,

    /// <summary>Nothing is answered, not even a status line.</summary>
    StallStart,

    /// <summary>Headers come, then nothing.</summary>
    StallBody,

    /// <summary>After some pieces, nothing.</summary>
    StallMid,

    /// <summary>After some pieces, bytes go on but no event is ever completed.</summary>
    Trickle,

    /// <summary>After some pieces, keep-alive pings go on and nothing else.</summary>
    PingForever,

    /// <summary>After some pieces, an event with half of its JSON, then the end.</summary>
    TruncatedJson,

    /// <summary>After some pieces, an event that holds half of a UTF-8 character, then the end.</summary>
    HalfCharacter,

    /// <summary>Characters arrive whole, but split between two writes; the reply is fine.</summary>
    SplitCharacter,

    /// <summary>The stream ends properly for HTTP, but without a finish reason and without an end event.</summary>
    MissingEnd,

    /// <summary>The finish reason comes, the last event does not.</summary>
    MissingLast,

    /// <summary>An event nobody has heard of between the pieces; the reply is fine.</summary>
    UnknownEvent,

    /// <summary>Pings between the pieces; the reply is fine.</summary>
    Ping,

    /// <summary>An error event after some pieces.</summary>
    ErrorEvent,

    /// <summary>200 with a web page instead of an answer.</summary>
    WebPage,

    /// <summary>The model declines.</summary>
    Refusal,

    /// <summary>The model says nothing.</summary>
    Empty,

    /// <summary>The reply ends at the token limit.</summary>
    MaxTokens,

    /// <summary>The reply speaks as a machine instead of a person.</summary>
    RoleBreak,

    /// <summary>No usage is reported.</summary>
    NoUsage,

    /// <summary>Every piece takes <see cref="Fault.Delay"/>.</summary>
    Slow,
}

/// <summary>One thing to go wrong.</summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>HTTP status for <see cref="FaultKind.Status"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>Value of the retry-after header in seconds, or null for none.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How many pieces of text come before the fault.</summary>
    public int AfterPieces { get; init; }

    /// <summary>How many requests are hit before the fault is used up.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Only requests for this model are hit; null for all.</summary>
    public string? Model { get; init; }

    /// <summary>Pause before each piece for <see cref="FaultKind.Slow"/>, at most 10 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Reads "529", "cut", "cut:3" (after three pieces) or "429:7" (retry after 7 s).</summary>
    /// <exception cref="FormatException">The text names no fault.</exception>
    public static Fault Parse(string text)
    {
        var parts = text.Split(':', 2);
        int? number = parts.Length == 2 ? int.Parse(parts[1]) : null;
        if (int.TryParse(parts[0], out var status))
            return new Fault(FaultKind.Status) { Status = status, RetryAfterSeconds = number };
        if (!Enum.TryParse<FaultKind>(parts[0].Replace("-", ""), ignoreCase: true, out var kind))
            throw new FormatException($"'{text}' is not a fault.");
        return new Fault(kind) { AfterPieces = number ?? 0 };
    }
}
