using System.Collections.Concurrent;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// What this server remembers of conversations whose last reply it made itself, so that the next turn need not read all of it again. It holds
/// for one next reply, the one two places later. What was said whole never changes, and whoever else writes (a retry, another server) takes a
/// place in the sequence, so that what is remembered here no longer fits and is read anew. Thread-safe.
/// </summary>
internal sealed class RecentTalk(TimeProvider clock)
{
    /// <summary>A conversation nobody talks in is forgotten after once to twice this time.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    private readonly Lock sync = new();
    private ConcurrentDictionary<Guid, Next> young = new();
    private ConcurrentDictionary<Guid, Next> old = new();
    private long begunAt = clock.GetTimestamp();

    private sealed record Next(int Sequence, ReplyContext Context);

    /// <summary>What this reply is made from, if nothing came between; taken out, because it is used once.</summary>
    public ReplyContext? Take(ReplyTicket ticket)
    {
        var found = young.TryRemove(ticket.ConversationId, out var next) | old.TryRemove(ticket.ConversationId, out var older);
        next ??= older;
        return found && next!.Sequence == ticket.Sequence ? next.Context with { Said = ticket.Said } : null;
    }

    /// <summary>A reply was stored whole.</summary>
    public void Keep(ReplyTicket ticket, ReplyContext context, string reply, ClientState state)
    {
        Age();
        young[ticket.ConversationId] = new Next(ticket.Sequence + 2, context.After(reply, state));
    }

    private void Age()
    {
        lock (sync)
        {
            if (clock.GetElapsedTime(begunAt) >= KeptFor)
            {
                begunAt = clock.GetTimestamp();
                old = young;
                young = new();
            }
        }
    }
}
