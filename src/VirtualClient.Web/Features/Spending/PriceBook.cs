using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Brings the admin's prices into force: at start, when one is changed, and when the moment of a planned one has come.</summary>
internal sealed partial class PriceBook(
    IDbContextFactory<AppDbContext> factory,
    ModelCatalog catalog,
    SpendingCalendar calendar,
    TimeProvider clock,
    ILogger<PriceBook> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Of each model the newest change whose moment has come.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var changes = await db.Set<PriceChange>()
            .AsNoTracking()
            .Where(c => c.EffectiveAt <= now)
            .OrderBy(c => c.EffectiveAt)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        catalog.UsePrices(changes.Select(c => c.ToPrice(calendar.Zone)));
    }

    /// <summary>The price in force, for the audit log; null: there is none.</summary>
    public string? Describe(string model) =>
        catalog.PriceOf(model) is { } price ? $"{price.Model}: {price.InputUsd} in, {price.OutputUsd} out" : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e.IsTransient())
            {
                LogAway(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; prices stay as they are until the next try")]
    private partial void LogAway(Exception exception);
}
