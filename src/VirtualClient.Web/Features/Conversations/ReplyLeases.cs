using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// Once a second: renews the leases of this server's replies, hears stop requests that reached another server, and labels replies whose
/// server died as interrupted.
/// </summary>
internal sealed partial class ReplyLeases(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    ReplyWriter writer,
    LiveReplies live,
    ReplyLine line,
    ConversationFeeds feeds,
    TimeProvider clock,
    ILogger<ReplyLeases> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>Many times a lease, and more than clocks of servers may differ.</summary>
    private static readonly TimeSpan TooFar = TimeSpan.FromMinutes(1);

    /// <summary>At start: on SQLite this is the only server, so every reply in the making is a dead server's.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            await InterruptAsync(db, onlyExpired: !db.Database.IsSqlite(), cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var moved in line.Renumber())
            {
                feeds.Signal(moved.Ticket.ConversationId, stored: false);
            }

            try
            {
                await using var db = await factory.CreateDbContextAsync(stoppingToken);
                await RenewAsync(db, stoppingToken);
                await InterruptAsync(db, onlyExpired: true, stoppingToken);
            }
            catch (Exception e) when (e.IsTransient())
            {
                LogAway(e);
            }
        }
    }

    private async Task RenewAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var mine = live.All.Select(reply => reply.Ticket.ReplyId).ToArray();
        if (mine.Length == 0)
        {
            return;
        }

        var until = clock.GetUtcNow() + ReplyRunner.Lease;
        var held = db.Set<Message>().Where(m => mine.Contains(m.Id) && m.LeaseOwner == writer.ServerId);
        await gate.CommitAsync(
            db,
            () => held.ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), cancellationToken),
            cancellationToken
        );
        foreach (var id in await held.Where(m => m.StopRequested).Select(m => m.ConversationId).ToListAsync(cancellationToken))
        {
            live.Of(id)?.Stop();
        }
    }

    private async Task InterruptAsync(AppDbContext db, bool onlyExpired, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dead = db.Set<Message>().Where(m => m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Streaming);
        // No lease reaches that far: it was written before a clock was set back.
        var never = now + TooFar;
        dead = onlyExpired ? dead.Where(m => m.LeaseUntil < now || m.LeaseUntil > never) : dead;
        var found = await dead.Select(m => new { m.Id, m.ConversationId }).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return;
        }

        await gate.CommitAsync(
            db,
            async () =>
            {
                await dead.ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(m => m.Status, MessageStatus.Interrupted)
                            .SetProperty(m => m.Retryable, true)
                            .SetProperty(m => m.CompletedAt, now)
                            .SetProperty(m => m.LeaseOwner, (Guid?)null)
                            .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
                    cancellationToken
                );
                // What was held for them is free again, but not for one that was renewed in the meantime.
                var ids = found.Select(m => m.Id).ToArray();
                var gone = db.Set<Message>().Where(m => ids.Contains(m.Id) && m.LeaseOwner == null).OrderBy(m => m.Id);
                await HoldBook.ReleaseAsync(db, await gone.Select(m => m.Id).ToListAsync(cancellationToken), cancellationToken);
            },
            cancellationToken
        );
        LogInterrupted(found.Count);
        foreach (var reply in found)
        {
            feeds.Signal(reply.ConversationId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} replies of a server that is gone are now labelled interrupted")]
    private partial void LogInterrupted(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; leases are renewed at the next try")]
    private partial void LogAway(Exception exception);
}
