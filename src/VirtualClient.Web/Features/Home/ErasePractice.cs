using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Home;

/// <summary>What was erased and what was kept, and why.</summary>
public sealed record ErasureReceipt(DateTimeOffset ErasedAt, int Conversations, int Messages, IReadOnlyList<string> Kept);

/// <summary>
/// Erases a person's own practice: words, notes, own views, reflections and labels. The ledger keeps its lines, which hold numbers of
/// conversations and no word of them, so that sums stay true.
/// </summary>
internal sealed class ErasePractice(AppDbContext db, WriteGate gate, AuditLog audit, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> Kept =
    [
        "Attempts at assignments: they are part of your section’s record until your school removes them.",
        "The account itself, so that you can sign in; your school can remove it.",
        "Lines of cost without any words: when a model was called, how many tokens, for which conversation number. The school’s sums must stay true.",
        "One line in the audit log that you erased your practice, and when.",
    ];

    public Task<ErasureReceipt> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        gate.CommitAsync(
            db,
            async () =>
            {
                var mine = db.Set<Conversation>().VisibleTo(user).Where(c => !c.IsTest && c.AssignmentId == null);
                var ids = mine.Select(c => c.Id);
                var messages = await db.Set<Message>()
                    .CountAsync(m => ids.Contains(m.ConversationId) && m.Speaker == Speaker.Student, cancellationToken);
                var conversations = await mine.ExecuteDeleteAsync(cancellationToken);
                audit.Add(db, user.Id, "practice.erased", "account", user.Id, user.Id, before: $"{conversations} conversations");
                await db.SaveChangesAsync(cancellationToken);
                return new ErasureReceipt(clock.GetUtcNow(), conversations, messages, Kept);
            },
            cancellationToken
        );
}
