using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Every few seconds: takes over what other servers learned about the routes, and looks whether too many replies end at the token limit.</summary>
internal sealed partial class RouteWatch(RouteBoard board, ShareAlert cuts, TimeProvider clock, ILogger<RouteWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Known before the first call, while the database is there.
        await board.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await board.RefreshAsync(stoppingToken);
                await cuts.LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(e);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Routes are looked at again, as the database did not answer or something unexpected happened"
    )]
    private partial void LogAway(Exception exception);
}
