using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Problems are kept for 90 days after they were seen last.</summary>
internal sealed partial class ForgetProblems(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    TimeProvider clock,
    ILogger<ForgetProblems> logger
) : BackgroundService
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var old = clock.GetUtcNow() - KeptFor;
        await gate.CommitAsync(
            db,
            () => db.Set<Problem>().Where(p => p.LastSeenAt < old).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; old problems are removed later")]
    private partial void LogAway(Exception exception);
}
