using System.Collections.Concurrent;
using System.Text;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>A reply that this server is making: what has been said so far, and the way to stop it. Thread-safe.</summary>
internal sealed class LiveReply(ReplyTicket ticket) : IDisposable
{
    private readonly Lock sync = new();
    private readonly StringBuilder text = new();
    private readonly CancellationTokenSource ending = new();

    public ReplyTicket Ticket { get; } = ticket;

    /// <summary>The student asked to stop; otherwise an end means the lease was lost or the server goes down.</summary>
    public bool StopRequested { get; private set; }

    /// <summary>Its place in line while it waits for its turn, 1 is next; else null.</summary>
    public int? Place { get; set; }

    public CancellationToken Ending => ending.Token;

    /// <summary>What it was made from, once that is read.</summary>
    public ReplyContext? Context { get; set; }

    /// <summary>What this reply costs and who pays; nobody until the conversation was read.</summary>
    public Account Account { get; set; } = new(Payer.Nobody, TimeProvider.System);

    public string Text
    {
        get
        {
            lock (sync)
            {
                return text.ToString();
            }
        }
    }

    /// <summary>What was said after <paramref name="offset"/> characters.</summary>
    public string TextFrom(int offset)
    {
        lock (sync)
        {
            return offset >= text.Length ? "" : text.ToString(offset, text.Length - offset);
        }
    }

    public void Append(string delta)
    {
        lock (sync)
        {
            text.Append(delta);
        }
    }

    public void Stop()
    {
        StopRequested = true;
        End();
    }

    public void End()
    {
        try
        {
            ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The reply ended in the same moment.
        }
    }

    public void Dispose() => ending.Dispose();
}

/// <summary>The replies this server is making, by conversation.</summary>
internal sealed class LiveReplies
{
    private readonly ConcurrentDictionary<Guid, LiveReply> byConversation = new();

    public ICollection<LiveReply> All => byConversation.Values;

    public LiveReply? Of(Guid conversationId) => byConversation.GetValueOrDefault(conversationId);

    public void Add(LiveReply reply) => byConversation[reply.Ticket.ConversationId] = reply;

    public void Remove(LiveReply reply) =>
        ((ICollection<KeyValuePair<Guid, LiveReply>>)byConversation).Remove(
            new KeyValuePair<Guid, LiveReply>(reply.Ticket.ConversationId, reply)
        );
}

/// <summary>The place of a reply that waits for a runner, and what it replies to.</summary>
internal sealed record ReplyTicket(Guid ConversationId, Guid ReplyId, int Sequence, string Said)
{
    /// <summary>Every turn takes at least two places after the opening line, so before this place the last turn cannot have been.</summary>
    public bool MayBeLast => Sequence > 2 * Conversation.MaxTurns;
}
