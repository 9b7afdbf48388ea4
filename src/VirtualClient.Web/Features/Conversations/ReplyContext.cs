using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Everything the simulation needs for one reply, read from what was stored.</summary>
internal static class ReplyContext
{
    private sealed record Row(Guid Id, int Sequence, Speaker Speaker, string Text, MessageStatus Status, Guid? InReplyTo);

    /// <summary>Null when the conversation or the reply is gone.</summary>
    public static async Task<TurnRequest?> LoadAsync(AppDbContext db, ReplyTicket ticket, CancellationToken cancellationToken)
    {
        var conversation = await db.Set<Conversation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(c => c.Id == ticket.ConversationId, cancellationToken);
        var rows = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == ticket.ConversationId && m.Sequence <= ticket.Sequence)
            .OrderBy(m => m.Sequence)
            .Select(m => new Row(m.Id, m.Sequence, m.Speaker, m.Text, m.Status, m.InReplyTo))
            .ToListAsync(cancellationToken);
        var reply = rows.Find(row => row.Id == ticket.ReplyId);
        var said = rows.Find(row => row.Id == reply?.InReplyTo);
        if (conversation is null || said is null)
        {
            return null;
        }

        var heard = Heard(rows, said);
        var owner = await db
            .Users.AsNoTracking()
            .Where(u => u.Id == conversation.OwnerId)
            .Select(u => u.DisplayName)
            .FirstAsync(cancellationToken);
        return new TurnRequest
        {
            Persona = conversation.Persona,
            State = await StateBeforeAsync(db, conversation, heard, cancellationToken),
            History = [.. heard.Select(row => new Utterance(row.Speaker, row.Text))],
            Text = said.Text,
            Route = conversation.Route,
            PromptOverride = conversation.PromptOverride,
            Pseudonym = conversation.OwnerId.ToString("N"),
            StudentNames = owner.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }

    /// <summary>What was said before this turn: of several replies to one message only the last counts, and only if anything was said.</summary>
    private static List<Row> Heard(List<Row> rows, Row said)
    {
        var lastReplies = rows.Where(row => row.InReplyTo is not null && row.Sequence < said.Sequence)
            .GroupBy(row => row.InReplyTo)
            .Select(group => group.MaxBy(row => row.Sequence)!.Id)
            .ToHashSet();
        return
        [
            .. rows.Where(row =>
                row.Sequence < said.Sequence && (row.InReplyTo is null || (lastReplies.Contains(row.Id) && row.Text.Length > 0))
            ),
        ];
    }

    private static async Task<ClientState> StateBeforeAsync(
        AppDbContext db,
        Conversation conversation,
        List<Row> heard,
        CancellationToken cancellationToken
    )
    {
        if (heard.FindLast(row => row.InReplyTo is not null) is not { } last)
        {
            return conversation.FirstState();
        }

        var turn = await db.Set<Message>().Where(m => m.Id == last.Id).Select(m => m.Turn).FirstAsync(cancellationToken);
        return turn is null ? conversation.FirstState() : TurnRecord.Parse(turn).Step.State;
    }
}
