using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Monitoring.Dashboard;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>
/// The figures of the admin's board for a collector, read twice a minute, and only where there is a collector. They are of the whole installation:
/// every server tells the same, so a chart takes the greatest of them and never their sum. docs/operations lists them.
/// </summary>
internal sealed partial class InstallationMeter : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly DatabaseProbe probe;
    private readonly TelemetryOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<InstallationMeter> logger;
    private readonly Meter meter = new(Telemetry.Name);
    private volatile Figures? last;

    /// <param name="Problems">That nobody has acknowledged, by severity; every severity is there.</param>
    private sealed record Figures(OverviewView Board, DatabaseView Database, IReadOnlyDictionary<Severity, int> Problems);

    public InstallationMeter(
        IServiceScopeFactory scopes,
        DatabaseProbe probe,
        IOptions<TelemetryOptions> options,
        TimeProvider clock,
        ILogger<InstallationMeter> logger
    )
    {
        (this.scopes, this.probe, this.options, this.clock, this.logger) = (scopes, probe, options.Value, clock, logger);
        Gauge("conversations.active", "{conversation}", "Conversations under way and not paused", f => f.Board.ActiveConversations);
        Gauge("messages.last_minute", "{message}", "Messages students sent within the last minute", f => f.Board.MessagesPerMinute);
        Gauge("spend.today", "{usd}", "Cost of the installation's day so far", f => (double)f.Board.CostTodayUsd);
        Gauge("spend.budget", "{usd}", "What may be spent in a day", f => (double)f.Board.BudgetTodayUsd);
        Gauge("database.size", "By", "The database on its disk", f => f.Database.SizeBytes);
        Gauge(
            "backup.age",
            "s",
            "Since the newest file in the folder of backups was written",
            f => f.Database.LastBackupAt is { } at ? (clock.GetUtcNow() - at).TotalSeconds : null
        );
        meter.CreateObservableGauge("virtual_client.problems.open", Problems, "{problem}", "Problems that nobody has acknowledged");
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Endpoint is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                last = await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // What is not known is not told: an old figure would look like a quiet evening.
                last = null;
                LogAway(e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Figures> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var board = await scope.ServiceProvider.GetRequiredService<ReadOverview>().HandleAsync(cancellationToken);
        var open = await scope
            .ServiceProvider.GetRequiredService<AppDbContext>()
            .Set<Problem>()
            .Where(p => p.AcknowledgedAt == null)
            .GroupBy(p => p.Severity)
            .Select(g => new { Severity = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Severity, g => g.Count, cancellationToken);
        var all = Enum.GetValues<Severity>().ToDictionary(s => s, s => open.GetValueOrDefault(s));
        return new Figures(board, await probe.MeasureAsync(cancellationToken), all);
    }

    private void Gauge(string name, string unit, string description, Func<Figures, double?> figure) =>
        meter.CreateObservableGauge(
            $"virtual_client.{name}",
            () =>
                last is { } figures && figure(figures) is { } value ? [new Measurement<double>(value)] : Array.Empty<Measurement<double>>(),
            unit,
            description
        );

    private IEnumerable<Measurement<int>> Problems() =>
        (last?.Problems ?? new Dictionary<Severity, int>()).Select(p => new Measurement<int>(
            p.Value,
            new KeyValuePair<string, object?>("virtual_client.severity", p.Key.ToString().ToLowerInvariant())
        ));

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The figures of the whole installation could not be read; a collector gets none of them for now"
    )]
    private partial void LogAway(Exception exception);
}
