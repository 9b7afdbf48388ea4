using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Dashboard;

/// <summary>A conversation under way, without the name of whoever holds it: that is asked for one by one, and kept.</summary>
/// <param name="Seconds">Time a page of it was connected; where none was, from its beginning to what happened last.</param>
public sealed record ActiveConversationView(
    Guid Id,
    string ClientName,
    bool Test,
    bool Attempt,
    DateTimeOffset StartedAt,
    DateTimeOffset LastActivityAt,
    long Seconds,
    int Turns,
    long Tokens,
    decimal CostUsd
);

/// <summary>Conversations under way and not paused, the one that began last first.</summary>
internal sealed class ReadActiveConversations(AppDbContext db, TimeProvider clock)
{
    public async Task<KeysetPage<ActiveConversationView>> HandleAsync(int? limit, string? after, CancellationToken cancellationToken)
    {
        var take = KeysetPosition.Limit(limit);
        var paused = clock.GetUtcNow() - Conversation.PausedAfter;
        var active = db.Set<Conversation>().Where(c => c.Status == ConversationStatus.Active && c.LastActivityAt >= paused);
        if (KeysetPosition.Decode(after) is { } position)
        {
            active = active.Where(c => c.StartedAt < position.At || (c.StartedAt == position.At && c.Id.CompareTo(position.Id) < 0));
        }

        // Which they are is read from an index alone; rows, long with the client's text, and sums are for one page of them.
        var page = active.OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id).Take(take + 1).Select(c => c.Id);
        var rows = await db.Set<Conversation>()
            .Where(c => page.Contains(c.Id))
            .OrderByDescending(c => c.StartedAt)
            .ThenByDescending(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.ClientName,
                c.IsTest,
                Attempt = c.AssignmentId != null,
                c.StartedAt,
                c.LastActivityAt,
                c.ConnectedMs,
                c.Turns,
                Tokens = db.Set<UsageRecord>()
                    .Where(r => r.ConversationId == c.Id)
                    .Sum(r => r.InputTokens + r.OutputTokens + r.CacheWriteTokens + r.CacheReadTokens),
                Cost = db.Set<UsageRecord>().Where(r => r.ConversationId == c.Id).Sum(r => r.CostNanoUsd),
            })
            .ToListAsync(cancellationToken);
        var items = rows.Take(take)
            .Select(c => new ActiveConversationView(
                c.Id,
                c.ClientName,
                c.IsTest,
                c.Attempt,
                c.StartedAt,
                c.LastActivityAt,
                c.ConnectedMs > 0 ? c.ConnectedMs / 1000 : (long)(c.LastActivityAt - c.StartedAt).TotalSeconds,
                c.Turns,
                c.Tokens,
                Money.Usd(c.Cost)
            ))
            .ToList();
        var next = rows.Count > take ? new KeysetPosition(items[^1].StartedAt, items[^1].Id).Encode() : null;
        return new KeysetPage<ActiveConversationView>(items, next);
    }
}
