using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>
/// Tells somebody outside of critical and high problems: once for each problem and hour, on however many servers. What could not be delivered is
/// tried again five minutes later. A database that is away has nobody here to write it down; see <see cref="OutageAlert"/>.
/// </summary>
internal sealed partial class ProblemAlerts(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    AlertMessenger messenger,
    TimeProvider clock,
    ILogger<ProblemAlerts> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>A problem is told of at most once in this time.</summary>
    public static readonly TimeSpan Once = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!messenger.IsOn)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(e);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var due = clock.GetUtcNow() - Once;
        var problems = await db.Set<Problem>()
            .AsNoTracking()
            .Where(p => p.AcknowledgedAt == null && (p.Severity == Severity.High || p.Severity == Severity.Critical))
            .Where(p => p.LastSeenAt >= due && (p.NotifiedAt == null || (p.NotifiedAt <= due && p.LastSeenAt > p.NotifiedAt)))
            .OrderBy(p => p.LastSeenAt)
            .Take(20)
            .ToListAsync(cancellationToken);
        foreach (var problem in problems)
        {
            // Whoever writes the moment first tells of it; the other servers find nothing to write.
            if (await MarkAsync(db, problem, clock.GetUtcNow(), cancellationToken))
            {
                await TellAsync(db, problem, cancellationToken);
            }
        }
    }

    private Task<bool> MarkAsync(AppDbContext db, Problem problem, DateTimeOffset at, CancellationToken cancellationToken) =>
        gate.CommitAsync(
            db,
            async () =>
                await db.Set<Problem>()
                    .Where(p => p.Id == problem.Id && p.NotifiedAt == problem.NotifiedAt)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.NotifiedAt, at), cancellationToken) == 1,
            cancellationToken
        );

    private async Task TellAsync(AppDbContext db, Problem problem, CancellationToken cancellationToken)
    {
        if (await messenger.TellAsync(problem, cancellationToken))
        {
            return;
        }

        var again = clock.GetUtcNow() - Once + Again;
        await gate.CommitAsync(
            db,
            () =>
                db.Set<Problem>()
                    .Where(p => p.Id == problem.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.NotifiedAt, again), cancellationToken),
            cancellationToken
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; problems are told of in a moment")]
    private partial void LogAway(Exception exception);
}
