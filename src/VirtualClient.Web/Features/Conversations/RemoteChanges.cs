using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>With several servers on one PostgreSQL: wakes pages connected here when another server stored something. One query a second, whatever the number of pages.</summary>
internal sealed partial class RemoteChanges(
    IDbContextFactory<AppDbContext> factory,
    ConversationFeeds feeds,
    TimeProvider clock,
    ILogger<RemoteChanges> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>Clocks of servers differ a little and a commit may be late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var db = await factory.CreateDbContextAsync(stoppingToken))
        {
            if (db.Database.IsSqlite())
            {
                return;
            }
        }

        var seen = new Dictionary<Guid, (int Sequence, DateTimeOffset At)>();
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                seen = await LookAsync(seen, stoppingToken);
            }
            catch (Exception e) when (e.IsTransient())
            {
                LogAway(e);
            }
        }
    }

    private async Task<Dictionary<Guid, (int Sequence, DateTimeOffset At)>> LookAsync(
        Dictionary<Guid, (int Sequence, DateTimeOffset At)> seen,
        CancellationToken cancellationToken
    )
    {
        var connected = feeds.Connected;
        if (connected.Count == 0)
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - Overlap;
        var changed = await db.Set<Conversation>()
            .Where(c => c.LastActivityAt > since)
            .Select(c => new
            {
                c.Id,
                c.LastSequence,
                c.LastActivityAt,
            })
            .ToListAsync(cancellationToken);
        var now = changed.ToDictionary(c => c.Id, c => (c.LastSequence, c.LastActivityAt));
        foreach (var (id, at) in now)
        {
            if (connected.Contains(id) && (!seen.TryGetValue(id, out var before) || before != at))
            {
                feeds.Signal(id);
            }
        }

        return now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; changes of other servers are looked for again")]
    private partial void LogAway(Exception exception);
}
