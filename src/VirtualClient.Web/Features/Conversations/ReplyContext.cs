using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>What a reply is made from.</summary>
/// <param name="State">The client's state before this turn.</param>
/// <param name="Heard">What was said before this turn.</param>
/// <param name="Said">The student's words.</param>
internal sealed record ReplyContext(Conversation Conversation, ClientState State, IReadOnlyList<Utterance> Heard, string Said)
{
    /// <summary>More replies in a row without a stored turn than this cannot be: each of them broke off in its first second.</summary>
    private const int RepliesLookedAt = 20;

    private sealed record Row(Guid Id, int Sequence, Speaker Speaker, string Text, Guid? InReplyTo);

    private static readonly Func<AppDbContext, Guid, CancellationToken, Task<Conversation?>> ConversationOf = EF.CompileAsyncQuery(
        (AppDbContext db, Guid id, CancellationToken cancellationToken) =>
            db.Set<Conversation>().AsNoTracking().FirstOrDefault(c => c.Id == id)
    );

    private static readonly Func<AppDbContext, Guid, int, IAsyncEnumerable<Row>> RowsTo = EF.CompileAsyncQuery(
        (AppDbContext db, Guid id, int sequence) =>
            db.Set<Message>()
                .Where(m => m.ConversationId == id && m.Sequence <= sequence)
                .OrderBy(m => m.Sequence)
                .Select(m => new Row(m.Id, m.Sequence, m.Speaker, m.Text, m.InReplyTo))
    );

    /// <summary>Read from what is stored; null when the conversation or the reply is gone.</summary>
    public static async Task<ReplyContext?> LoadAsync(AppDbContext db, ReplyTicket ticket, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var conversation = await ConversationOf(db, ticket.ConversationId, cancellationToken);
        var rows = await RowsTo(db, ticket.ConversationId, ticket.Sequence).ToListAsync(cancellationToken);
        var reply = rows.Find(row => row.Id == ticket.ReplyId);
        var said = rows.Find(row => row.Id == reply?.InReplyTo);
        if (conversation is null || said is null)
        {
            return null;
        }

        var heard = HeardBefore(rows, said);
        return new ReplyContext(
            conversation,
            await StateBeforeAsync(db, conversation, heard, cancellationToken),
            [.. heard.Select(row => new Utterance(row.Speaker, row.Text))],
            said.Text
        );
    }

    /// <summary>What the next turn is met with, after this reply was said whole.</summary>
    public ReplyContext After(string reply, ClientState state) =>
        this with
        {
            State = state,
            Heard = [.. Heard, new Utterance(Speaker.Student, Said), new Utterance(Speaker.Client, reply)],
            Said = "",
        };

    /// <summary>What was said before this turn: of several replies to one message only the last counts, and only if anything was said.</summary>
    private static List<Row> HeardBefore(List<Row> rows, Row said)
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
        var replies = heard.Where(row => row.InReplyTo is not null).Select(row => row.Id).TakeLast(RepliesLookedAt).ToArray();
        if (replies.Length == 0)
        {
            return conversation.FirstState();
        }

        // The last one whose turn was stored: a reply that broke off before its first checkpoint has words at most, but no state.
        var turn = await db.Set<Message>()
            .Where(m => replies.Contains(m.Id) && m.Turn != null)
            .OrderByDescending(m => m.Sequence)
            .Select(m => m.Turn)
            .FirstOrDefaultAsync(cancellationToken);
        return turn is null ? conversation.FirstState() : TurnRecord.Parse(turn).Step.State;
    }
}
