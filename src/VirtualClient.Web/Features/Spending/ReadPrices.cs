using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>A price in force, in dollars a million tokens.</summary>
/// <param name="Source">configuration or admin.</param>
public sealed record PriceView(
    string Model,
    DateOnly AsOf,
    decimal InputUsd,
    decimal OutputUsd,
    decimal CacheWriteUsd,
    decimal CacheWriteHourUsd,
    decimal CacheReadUsd,
    string Source
);

/// <summary>A price as an admin set it.</summary>
public sealed record PriceChangeView(
    Guid Id,
    string Model,
    DateTimeOffset EffectiveAt,
    decimal InputUsd,
    decimal OutputUsd,
    decimal CacheWriteUsd,
    decimal CacheWriteHourUsd,
    decimal CacheReadUsd,
    DateTimeOffset ChangedAt,
    Guid ChangedBy,
    string? ChangedByName
);

/// <param name="Planned">Changes whose moment is still to come, soonest first.</param>
public sealed record PricesView(int Version, IReadOnlyList<PriceView> Items, IReadOnlyList<PriceChangeView> Planned);

/// <summary>Prices now, to come, and as they were.</summary>
internal sealed class ReadPrices(AppDbContext db, ModelCatalog catalog, TimeProvider clock)
{
    public async Task<PricesView> NowAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = await db.Set<PriceChange>()
            .Where(c => c.EffectiveAt <= now)
            .Select(c => c.Model)
            .Distinct()
            .ToListAsync(cancellationToken);
        var planned = db.Set<PriceChange>().Where(c => c.EffectiveAt > now).OrderBy(c => c.EffectiveAt).ThenBy(c => c.Id);
        return new PricesView(
            await SetPrices.VersionAsync(db, cancellationToken),
            [
                .. catalog
                    .Prices.OrderBy(p => p.Model, StringComparer.Ordinal)
                    .Select(p => new PriceView(
                        p.Model,
                        p.AsOf,
                        p.InputUsd,
                        p.OutputUsd,
                        p.CacheWriteUsd,
                        p.CacheWriteHourUsd,
                        p.CacheReadUsd,
                        changed.Contains(p.Model, StringComparer.OrdinalIgnoreCase) ? "admin" : "configuration"
                    )),
            ],
            await ListAsync(planned, cancellationToken)
        );
    }

    /// <summary>Every change that was ever made, newest first.</summary>
    public async Task<KeysetPage<PriceChangeView>> HistoryAsync(int? limit, string? after, CancellationToken cancellationToken)
    {
        var take = KeysetPosition.Limit(limit);
        IQueryable<PriceChange> changes = db.Set<PriceChange>();
        if (KeysetPosition.Decode(after) is { } position)
        {
            changes = changes.Where(c => c.ChangedAt < position.At || (c.ChangedAt == position.At && c.Id.CompareTo(position.Id) < 0));
        }

        var rows = await ListAsync(
            changes.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id).Take(take + 1),
            cancellationToken
        );
        var items = rows.Take(take).ToList();
        var next = rows.Count > take ? new KeysetPosition(items[^1].ChangedAt, items[^1].Id).Encode() : null;
        return new KeysetPage<PriceChangeView>(items, next);
    }

    private async Task<List<PriceChangeView>> ListAsync(IQueryable<PriceChange> changes, CancellationToken cancellationToken)
    {
        var rows = await changes
            .AsNoTracking()
            .Select(c => new { Change = c, By = db.Users.Where(u => u.Id == c.ChangedBy).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new PriceChangeView(
                row.Change.Id,
                row.Change.Model,
                row.Change.EffectiveAt,
                Money.Usd(row.Change.InputNanoUsd),
                Money.Usd(row.Change.OutputNanoUsd),
                Money.Usd(row.Change.CacheWriteNanoUsd),
                Money.Usd(row.Change.CacheWriteHourNanoUsd),
                Money.Usd(row.Change.CacheReadNanoUsd),
                row.Change.ChangedAt,
                row.Change.ChangedBy,
                row.By
            )),
        ];
    }
}
