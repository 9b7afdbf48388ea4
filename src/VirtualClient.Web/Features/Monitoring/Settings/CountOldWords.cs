using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Monitoring.Settings;

/// <summary>Conversations older than so many days that still have their words.</summary>
public sealed record OldWords(int Days, int Conversations);

/// <summary>How many conversations would lose their words tonight.</summary>
internal sealed class CountOldWords(AppDbContext db, TimeProvider clock)
{
    public Task<int> HandleAsync(int days, CancellationToken cancellationToken) =>
        Old(db, clock.GetUtcNow(), days).CountAsync(cancellationToken);

    /// <summary>Conversations that ended so long ago and still have their words.</summary>
    internal static IQueryable<Conversation> Old(AppDbContext db, DateTimeOffset now, int days)
    {
        var before = now.AddDays(-days);
        return db.Set<Conversation>()
            .Where(c => c.Status != ConversationStatus.Active && c.LastActivityAt < before && c.EndedAt < before && c.ScrubbedAt == null);
    }
}
