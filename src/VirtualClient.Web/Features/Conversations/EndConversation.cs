using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

public sealed class EndConversationInput
{
    /// <summary>The private notes as they stand, so that nothing typed in the last second is lost; null leaves them as saved.</summary>
    [StringLength(Conversation.NotesMax, ErrorMessage = "Notes are at most 20,000 characters.")]
    public string? Notes { get; set; }
}

/// <summary>Ends a conversation. Ending an ended one changes nothing and answers the same.</summary>
internal sealed class EndConversation(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    LiveReplies live,
    ConversationFeeds feeds,
    TimeProvider clock
)
{
    public async Task HandleAsync(
        CurrentUser user,
        Guid conversationId,
        EndConversationInput input,
        EndReason reason,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            var conversation =
                await db.Set<Conversation>().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == conversationId, cancellationToken)
                ?? throw DomainException.NotFound();
            if (input.Notes is { Length: > 0 } && !conversation.MayTakeNotes)
            {
                throw SaveNotes.NotesOff();
            }

            // Ending what has ended changes nothing, the notes neither.
            var notes = conversation.Status == ConversationStatus.Active ? input.Notes : null;
            conversation.End(reason, clock.GetUtcNow());
            try
            {
                await gate.CommitAsync(
                    db,
                    async () =>
                    {
                        await db.SaveChangesAsync(cancellationToken);
                        if (notes is not null)
                        {
                            await SaveNotes.WriteAsync(db, conversationId, notes, cancellationToken);
                        }
                    },
                    cancellationToken
                );
                break;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5)
            {
                // A message came in at the same moment; look again.
            }
        }

        live.Of(conversationId)?.Stop();
        feeds.Signal(conversationId);
    }
}
