using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// The clock of a conversation runs only while a page of it is connected. Two pages count once. What has run is added up in memory and
/// written every few seconds, so a crash loses seconds in the student's favour.
/// </summary>
internal sealed partial class ConnectedClock(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    ConversationFeeds feeds,
    LiveReplies live,
    TimeProvider clock,
    ILogger<ConnectedClock> logger
) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);
    private const int SaveEvery = 5;

    private readonly ConcurrentDictionary<Guid, Meter> meters = new();

    public IAsyncDisposable Enter(Guid conversationId)
    {
        var meter = meters.GetOrAdd(conversationId, _ => new Meter());
        meter.Enter(clock);
        return new Presence(clock, meter);
    }

    /// <summary>What has run here and is not written yet, in milliseconds.</summary>
    public long UnsavedMs(Guid conversationId) =>
        meters.TryGetValue(conversationId, out var meter) ? (long)meter.Peek(clock).TotalMilliseconds : 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        var round = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (++round % SaveEvery == 0)
                {
                    await SaveAsync(stoppingToken);
                }

                await EndOverdueAsync(stoppingToken);
            }
            catch (Exception e) when (e.IsTransient())
            {
                LogAway(e);
            }
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, meter) in meters)
        {
            var ran = (long)meter.Take(clock).TotalMilliseconds;
            if (ran > 0)
            {
                await using var db = await factory.CreateDbContextAsync(cancellationToken);
                await gate.CommitAsync(
                    db,
                    () =>
                        db.Set<Conversation>()
                            .Where(c => c.Id == id && c.Status == ConversationStatus.Active)
                            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ConnectedMs, c => c.ConnectedMs + ran), cancellationToken),
                    cancellationToken
                );
            }

            if (meter.IsIdle)
            {
                meters.TryRemove(new KeyValuePair<Guid, Meter>(id, meter));
            }
        }
    }

    /// <summary>
    /// Ends what has no time left, by the clock or by the date, what nobody came back to, and what waited in vain for another try at its last
    /// reply. A reply that is being made is let finish first.
    /// </summary>
    private async Task EndOverdueAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var forgotten = now - Conversation.ResumableFor;
        var paused = now - Conversation.PausedAfter;
        var overdue = await db.Set<Conversation>()
            .Where(c =>
                c.Status == ConversationStatus.Active
                && (
                    c.ConnectedMs >= c.TimeLimitMs
                    || c.ConnectedMs >= c.LongestMs
                    || c.DueAt <= now
                    || (c.Turns >= Conversation.MaxTurns && c.LastActivityAt < paused)
                    || (c.DueAt == null && c.LastActivityAt < forgotten)
                )
            )
            .Where(c =>
                !db.Set<Message>()
                    .Any(m => m.ConversationId == c.Id && (m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Streaming))
            )
            .OrderBy(c => c.LastActivityAt)
            .ThenBy(c => c.Id)
            .Take(100)
            .ToListAsync(cancellationToken);
        foreach (var conversation in overdue.Where(c => live.Of(c.Id) is null))
        {
            conversation.End(
                conversation.TimeIsUp(now) ?? (conversation.Turns >= Conversation.MaxTurns ? EndReason.Turns : EndReason.Idle),
                now
            );
            try
            {
                await gate.SaveAsync(db, cancellationToken);
                feeds.Signal(conversation.Id);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody said something at the last moment: it goes on.
                db.Entry(conversation).State = EntityState.Detached;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; the clocks are saved at the next try")]
    private partial void LogAway(Exception exception);

    private sealed class Presence(TimeProvider clock, Meter meter) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            meter.Leave(clock);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Meter
    {
        private readonly Lock sync = new();
        private int pages;
        private long since;
        private TimeSpan ran;

        public bool IsIdle
        {
            get
            {
                lock (sync)
                {
                    return pages == 0 && ran == TimeSpan.Zero;
                }
            }
        }

        public void Enter(TimeProvider clock)
        {
            lock (sync)
            {
                if (pages++ == 0)
                {
                    since = clock.GetTimestamp();
                }
            }
        }

        public void Leave(TimeProvider clock)
        {
            lock (sync)
            {
                if (--pages == 0)
                {
                    ran += clock.GetElapsedTime(since);
                }
            }
        }

        public TimeSpan Peek(TimeProvider clock)
        {
            lock (sync)
            {
                return pages > 0 ? ran + clock.GetElapsedTime(since) : ran;
            }
        }

        public TimeSpan Take(TimeProvider clock)
        {
            lock (sync)
            {
                if (pages > 0)
                {
                    ran += clock.GetElapsedTime(since);
                    since = clock.GetTimestamp();
                }

                (var taken, ran) = (ran, TimeSpan.Zero);
                return taken;
            }
        }
    }
}
