using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Coaching;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Components.Ui.Interview;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>A coach's note as pages and scripts get it.</summary>
/// <param name="ByModel">Drafted by AI; otherwise from rules.</param>
public sealed record CoachNoteView(int AfterTurn, string Goal, PracticeArea Area, string Wording, bool ByModel, DateTimeOffset AskedAt)
{
    internal static CoachNoteView Of(CoachedTurn note) =>
        new(note.AfterTurn, note.Goal, note.Area, note.Wording, note.ByModel, note.AskedAt);

    internal HintView ToHint() => new(AfterTurn, $"{Goal} For example: “{Wording}”", ByModel);
}

/// <summary>
/// One note on request about the turn that comes next: a model's where one answers for the conversation, else from rules. Asking again in the
/// same turn gives the same note.
/// </summary>
internal sealed class AskCoach(AppDbContext db, WriteGate gate, Coach coach, BudgetBook book, TimeProvider clock)
{
    /// <summary>Help on request belongs to practice, and to an assignment that allows it.</summary>
    public static bool MayAsk(Conversation conversation) => conversation.MayAskCoach && conversation.Status == ConversationStatus.Active;

    /// <returns>The note, and whether it is a new one.</returns>
    public async Task<(CoachNoteView Note, bool IsNew)> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var conversation =
            await db.Set<Conversation>().AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        if (!MayAsk(conversation))
        {
            throw new DomainException(
                "no-coach",
                "The coach is there while you practice, and in an assignment only where your teacher allows it."
            );
        }

        if (await NoteAsync(id, conversation.Turns, cancellationToken) is { } before)
        {
            return (CoachNoteView.Of(before), false);
        }

        var given = await coach.NoteAsync(await RequestAsync(conversation, cancellationToken), cancellationToken);
        var note = CoachedTurn.Of(id, conversation.Turns, given, clock.GetUtcNow());
        db.Add(note);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Two clicks: the other one was first.
            note = await NoteAsync(id, conversation.Turns, cancellationToken) ?? note;
        }

        return (CoachNoteView.Of(note), true);
    }

    public async Task<IReadOnlyList<CoachNoteView>> NotesAsync(Guid id, CancellationToken cancellationToken) =>
        [
            .. (
                await db.Set<CoachedTurn>()
                    .AsNoTracking()
                    .Where(c => c.ConversationId == id)
                    .OrderBy(c => c.AfterTurn)
                    .ToListAsync(cancellationToken)
            ).Select(CoachNoteView.Of),
        ];

    private async Task<CoachRequest> RequestAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var said = await db.Set<Message>()
            .Where(m => m.ConversationId == conversation.Id && m.Text != "")
            .OrderBy(m => m.Sequence)
            .Select(m => new
            {
                m.Sequence,
                m.Speaker,
                m.Text,
                m.InReplyTo,
            })
            .ToListAsync(cancellationToken);
        // Of several tries at one reply only the last was heard.
        var lastTries = said.Where(m => m.InReplyTo is not null).GroupBy(m => m.InReplyTo).Select(g => g.Max(m => m.Sequence)).ToHashSet();
        var owner = await ReplyOwner.OfAsync(db, conversation, cancellationToken);
        var defaults = await book.DefaultsAsync(cancellationToken);
        return new CoachRequest
        {
            Persona = conversation.Persona,
            History =
            [
                .. said.Where(m => m.InReplyTo is null || lastTries.Contains(m.Sequence)).Select(m => new Utterance(m.Speaker, m.Text)),
            ],
            Route = conversation.Route ?? defaults.RouteFor(conversation.IsTest),
            StudentNames = owner.Names,
            Pseudonym = conversation.OwnerId.ToString("N"),
            // No reply: the call is settled and stored by itself.
            Payer = (owner.PayerOf(conversation, Guid.Empty) with { ReplyId = null }).ToText(),
        };
    }

    private Task<CoachedTurn?> NoteAsync(Guid id, int turns, CancellationToken cancellationToken) =>
        db.Set<CoachedTurn>().AsNoTracking().FirstOrDefaultAsync(c => c.ConversationId == id && c.AfterTurn == turns, cancellationToken);
}
