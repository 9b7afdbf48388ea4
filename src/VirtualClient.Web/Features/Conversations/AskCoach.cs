using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Components.Ui.Interview;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>A coach's note as pages and scripts get it.</summary>
public sealed record CoachNoteView(int AfterTurn, string Goal, PracticeArea Area, string Wording, DateTimeOffset AskedAt)
{
    internal static CoachNoteView Of(CoachedTurn note) => new(note.AfterTurn, note.Goal, note.Area, note.Wording, note.AskedAt);

    internal HintView ToHint() => new(AfterTurn, $"{Goal} For example: “{Wording}”", ByModel: false);
}

/// <summary>One note on request: from rules, about the turn that comes next. Asking again in the same turn gives the same note.</summary>
internal sealed class AskCoach(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    /// <summary>Help on request belongs to practice, and to an assignment that allows it.</summary>
    public static bool MayAsk(Conversation conversation) => conversation.MayAskCoach && conversation.Status == ConversationStatus.Active;

    public async Task<CoachNoteView> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
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
            return CoachNoteView.Of(before);
        }

        var said = await db.Set<Message>()
            .Where(m => m.ConversationId == id && m.Text != "")
            .OrderBy(m => m.Sequence)
            .Select(m => new Utterance(m.Speaker, m.Text))
            .ToListAsync(cancellationToken);
        var note = CoachedTurn.Of(id, conversation.Turns, CoachNote.For(conversation.Persona, said), clock.GetUtcNow());
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

        return CoachNoteView.Of(note);
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

    private Task<CoachedTurn?> NoteAsync(Guid id, int turns, CancellationToken cancellationToken) =>
        db.Set<CoachedTurn>().AsNoTracking().FirstOrDefaultAsync(c => c.ConversationId == id && c.AfterTurn == turns, cancellationToken);
}
