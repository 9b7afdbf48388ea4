using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Asks the runner of the active reply to stop, on whatever server it is. Without an active reply there is nothing to stop, and that is fine.</summary>
internal sealed class StopReply(AppDbContext db, WriteGate gate, LiveReplies live)
{
    public async Task HandleAsync(CurrentUser user, Guid conversationId, CancellationToken cancellationToken)
    {
        if (!await db.Set<Conversation>().VisibleTo(user).AnyAsync(c => c.Id == conversationId, cancellationToken))
        {
            throw DomainException.NotFound();
        }

        if (live.Of(conversationId) is { } here)
        {
            here.Stop();
            return;
        }

        var active = db.Set<Message>()
            .Where(m => m.ConversationId == conversationId && (m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Streaming));
        await gate.CommitAsync(
            db,
            () => active.ExecuteUpdateAsync(set => set.SetProperty(m => m.StopRequested, true), cancellationToken),
            cancellationToken
        );
    }
}
