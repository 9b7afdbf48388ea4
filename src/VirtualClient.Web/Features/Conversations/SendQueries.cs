using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations;

internal sealed record FoundConversation(Conversation Conversation, SendCounts Counts);

/// <summary>What a send looks at. Asked at every turn, so the queries are compiled once.</summary>
internal static class SendQueries
{
    /// <summary>The sender's own conversation (as <see cref="ConversationQueries.VisibleTo"/>) together with what was sent before, in one query.</summary>
    public static Task<FoundConversation?> Find(
        AppDbContext db,
        Guid conversationId,
        SendWindow window,
        CancellationToken cancellationToken
    ) =>
        Compiled(
            db,
            conversationId,
            window.SenderId,
            window.Limit - 1,
            window.MinuteAgo,
            window.Soon,
            window.From,
            window.Cut,
            cancellationToken
        );

    /// <summary>The message with that id, and the reply in the making.</summary>
    public static readonly Func<AppDbContext, Guid, Guid, IAsyncEnumerable<Message>> Near = EF.CompileAsyncQuery<
        AppDbContext,
        Guid,
        Guid,
        Message
    >(
        (AppDbContext db, Guid conversationId, Guid clientMessageId) =>
            db.Set<Message>()
                .AsNoTracking()
                .Where(m =>
                    m.ConversationId == conversationId
                    && (m.ClientMessageId == clientMessageId || m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Streaming)
                )
                .OrderBy(m => m.Sequence)
    );

    private static readonly Func<
        AppDbContext,
        Guid,
        Guid,
        int,
        DateTimeOffset,
        DateTimeOffset,
        DateTimeOffset,
        DateTimeOffset,
        CancellationToken,
        Task<FoundConversation?>
    > Compiled = EF.CompileAsyncQuery(
        (
            AppDbContext db,
            Guid conversationId,
            Guid senderId,
            int others,
            DateTimeOffset minuteAgo,
            DateTimeOffset soon,
            DateTimeOffset from,
            DateTimeOffset cut,
            CancellationToken cancellationToken
        ) =>
            db.Set<Conversation>()
                .AsNoTracking()
                .Where(c => c.Id == conversationId && c.OwnerId == senderId)
                .Select(c => new FoundConversation(
                    c,
                    new SendCounts(
                        db.Set<Message>().Where(m => m.SenderId == senderId).Max(m => m.SenderNumber),
                        db.Set<Message>()
                            .Where(m => m.SenderId == senderId)
                            .OrderByDescending(m => m.SenderNumber)
                            .Skip(others)
                            .Take(1)
                            .Where(m => m.SentAt > minuteAgo && m.SentAt < soon)
                            .Select(m => (DateTimeOffset?)m.SentAt)
                            .FirstOrDefault(),
                        db.Set<Message>().Count(m => m.SenderId != null && !m.InTest && m.SentAt > from && m.SentAt <= cut),
                        db.Set<Message>().Count(m => m.SenderId != null && !m.InTest && m.SentAt > cut)
                    )
                ))
                .FirstOrDefault()
    );
}
