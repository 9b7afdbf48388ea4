namespace ModelStub;

internal enum FrameKind
{
    Opening,
    Piece,
    Closing,
    Last,
}

/// <summary>One event of a stream as bytes, with its part in the reply, so that faults know where they are.</summary>
internal readonly record struct Frame(FrameKind Kind, byte[] Bytes);

/// <summary>How a reply ended.</summary>
internal enum Finish
{
    Stop,
    Length,
    Refusal,
}

/// <summary>A reply before it is written in one protocol or the other.</summary>
internal sealed record Answer(
    string Id,
    string Model,
    IReadOnlyList<string> Pieces,
    Finish Finish,
    InputTokens Input,
    long OutputTokens,
    bool ReportsUsage
)
{
    public string Text => string.Concat(Pieces);
}

/// <summary>A provider's way of writing things.</summary>
internal abstract class Wire
{
    public abstract string Name { get; }
    public abstract string RequestIdHeader { get; }
    public abstract byte[] Ping { get; }
    public abstract byte[] UnknownEvent { get; }
    public abstract byte[] ErrorEvent { get; }

    public abstract InputTokens Count(PrefixCache cache, ReceivedRequest request);

    /// <summary>Why the real provider would refuse this request, or null.</summary>
    public abstract (int Status, string Message)? Objection(ReceivedRequest request);

    public abstract IReadOnlyList<Frame> Stream(Answer answer, ReceivedRequest request);

    public abstract byte[] Body(Answer answer);

    public abstract byte[] Error(int status, string message, string requestId);
}
