using System.Collections.Concurrent;

namespace VirtualClient.Bench.Crash;

/// <summary>What one client remembers of a message: what it sent, and what it was promised.</summary>
/// <param name="MessageId">The stored message's id, as the first acknowledgement said.</param>
internal sealed record Acknowledged(Guid Conversation, Guid ClientMessageId, string Text, Guid MessageId, int Sequence, Guid ReplyId);

/// <summary>The clients' own log, kept apart from the server. Thread-safe.</summary>
internal sealed class CrashLog
{
    private readonly ConcurrentDictionary<Guid, string> attempts = new();
    private readonly ConcurrentDictionary<Guid, Acknowledged> acknowledged = new();
    private readonly ConcurrentQueue<string> broken = new();

    public IReadOnlyDictionary<Guid, string> Attempts => attempts;

    public IReadOnlyCollection<Acknowledged> All => [.. acknowledged.Values];

    public int Count => acknowledged.Count;

    /// <summary>Promises that the server itself did not keep, such as another answer to the same send.</summary>
    public IReadOnlyCollection<string> Broken => broken;

    public void Attempt(Guid clientMessageId, string text) => attempts[clientMessageId] = text;

    public void Acknowledge(Acknowledged message)
    {
        var first = acknowledged.GetOrAdd(message.ClientMessageId, message);
        if ((first.MessageId, first.Sequence) != (message.MessageId, message.Sequence))
        {
            broken.Enqueue($"message {message.ClientMessageId} was acknowledged as {first.Sequence} and as {message.Sequence}");
        }
    }
}
