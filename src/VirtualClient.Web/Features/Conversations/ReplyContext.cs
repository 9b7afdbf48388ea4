using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Everything the simulation needs for one reply, read from what was stored.</summary>
internal static class ReplyContext
{
    private sealed record Owner(string Name, Guid? SectionId, Guid? TeacherId);

    private sealed record Row(Guid Id, int Sequence, Speaker Speaker, string Text, MessageStatus Status, Guid? InReplyTo);

    /// <summary>Null when the conversation or the reply is gone.</summary>
    public static async Task<(TurnRequest Request, Payer Payer)?> LoadAsync(
        AppDbContext db,
        ReplyTicket ticket,
        CancellationToken cancellationToken
    )
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
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
        var owner = await OwnerAsync(db, conversation, cancellationToken);
        var request = new TurnRequest
        {
            Persona = conversation.Persona,
            State = await StateBeforeAsync(db, conversation, heard, cancellationToken),
            History = [.. heard.Select(row => new Utterance(row.Speaker, row.Text))],
            Text = said.Text,
            Route = conversation.Route,
            PromptOverride = conversation.PromptOverride,
            Pseudonym = conversation.OwnerId.ToString("N"),
            StudentNames = owner.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
        var payer = new Payer
        {
            StudentId = conversation.IsTest ? null : conversation.OwnerId,
            TeacherId = conversation.IsTest ? conversation.OwnerId : owner.TeacherId,
            SectionId = owner.SectionId,
            AssignmentId = conversation.AssignmentId,
            ConversationId = conversation.Id,
            ReplyId = ticket.ReplyId,
            IsTest = conversation.IsTest,
        };
        return (request, payer);
    }

    /// <summary>An attempt counts for its section, practice for the section that the student joined last, and for the teacher who has been there longest.</summary>
    private static async Task<Owner> OwnerAsync(AppDbContext db, Conversation conversation, CancellationToken cancellationToken)
    {
        var enrollments = db.Set<Enrollment>().Where(e => e.RemovedAt == null);
        var mine = enrollments.Where(e => e.UserId == conversation.OwnerId && e.Role == SectionRole.Student && !conversation.IsTest);
        return await db
            .Users.AsNoTracking()
            .Where(u => u.Id == conversation.OwnerId)
            .Select(u => new
            {
                u.DisplayName,
                Section = conversation.SectionId
                    ?? mine.OrderByDescending(e => e.EnrolledAt).Select(e => (Guid?)e.SectionId).FirstOrDefault(),
            })
            .Select(u => new Owner(
                u.DisplayName,
                u.Section,
                enrollments
                    .Where(e => e.SectionId == u.Section && e.Role == SectionRole.Teacher)
                    .OrderBy(e => e.EnrolledAt)
                    .Select(e => (Guid?)e.UserId)
                    .FirstOrDefault()
            ))
            .FirstAsync(cancellationToken);
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
