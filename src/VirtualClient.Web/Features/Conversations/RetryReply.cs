using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Makes a new reply to the same message, after one that failed, was interrupted or stopped. The old one stays listed.</summary>
internal sealed class RetryReply(
    AppDbContext db,
    WriteGate gate,
    ReplyRunner runner,
    ConversationFeeds feeds,
    UsedUp usedUp,
    TimeProvider clock
)
{
    public async Task<Accepted> HandleAsync(CurrentUser user, Guid conversationId, Guid replyId, CancellationToken cancellationToken)
    {
        var conversation =
            await db.Set<Conversation>().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == conversationId, cancellationToken)
            ?? throw DomainException.NotFound();
        var newest = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == conversationId)
            .OrderByDescending(m => m.Sequence)
            .Take(1)
            .FirstAsync(cancellationToken);
        if (newest.IsActive)
        {
            throw SendMessage.ReplyActive(newest);
        }

        var reply =
            await db.Set<Message>()
                .AsNoTracking()
                .FirstOrDefaultAsync(m => m.Id == replyId && m.ConversationId == conversationId && m.InReplyTo != null, cancellationToken)
            ?? throw DomainException.NotFound();
        if (reply.Id != newest.Id || reply.Status == MessageStatus.Complete)
        {
            throw new DomainException("nothing-to-retry", "The client has answered this already.");
        }

        var said = await db.Set<Message>().AsNoTracking().FirstAsync(m => m.Id == reply.InReplyTo, cancellationToken);
        await usedUp.RequireRoomAsync(db, user, conversation.Route, conversation.IsTest, cancellationToken);
        var now = clock.GetUtcNow();
        var again = conversation.Retry(said, now);
        again.LeaseTo(runner.ServerId, now + ReplyRunner.Lease);
        db.Add(again);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            // Two tabs: the other one was first, and its reply is on the way; or the conversation was ended meanwhile.
            var last = await db.Set<Message>()
                .AsNoTracking()
                .Where(m => m.ConversationId == conversationId)
                .OrderByDescending(m => m.Sequence)
                .FirstAsync(cancellationToken);
            throw last.IsActive ? SendMessage.ReplyActive(last) : Conversation.HasEnded();
        }

        runner.Enqueue(new ReplyTicket(conversationId, again.Id, again.Sequence, said.Text));
        feeds.Signal(conversationId);
        return new Accepted(MessageView.Of(said, user), again.Id, SendMessage.EventsPath(conversationId, again.Sequence - 1));
    }
}
