using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Gives back the money of calls whose server died, when no reply's lease does so.</summary>
internal sealed partial class HoldSweep(
    IDbContextFactory<AppDbContext> factory,
    HoldBook book,
    TimeProvider clock,
    ILogger<HoldSweep> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>At start: on SQLite this is the only server, so nothing that is held is being used.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            Log(await book.ReleaseLeftAsync(all: db.Database.IsSqlite(), cancellationToken));
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Log(await book.ReleaseLeftAsync(all: false, stoppingToken));
            }
            catch (Exception e) when (e.IsTransient())
            {
                LogAway(e);
            }
        }
    }

    private void Log(int count)
    {
        if (count > 0)
        {
            LogReleased(count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Money held for {Count} calls that nobody makes any more was given back")]
    private partial void LogReleased(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; held money is looked at again later")]
    private partial void LogAway(Exception exception);
}
