using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>The budgets and model defaults as last read; a change on another server is known within seconds.</summary>
internal sealed class BudgetBook(IDbContextFactory<AppDbContext> factory, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);
    private readonly Lock turning = new();
    private volatile Page? page;
    private int changes;

    private sealed record Page(Budgets Budgets, ModelDefaults Defaults, long ReadAt);

    public async ValueTask<Budgets> BudgetsAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Budgets;

    public async ValueTask<ModelDefaults> DefaultsAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Defaults;

    /// <summary>Something was changed here: the next reader reads it.</summary>
    public void Forget()
    {
        lock (turning)
        {
            changes++;
            page = null;
        }
    }

    private async ValueTask<Page> ReadAsync(CancellationToken cancellationToken)
    {
        if (page is { } known && clock.GetElapsedTime(known.ReadAt) < GoodFor)
        {
            return known;
        }

        var readAt = clock.GetTimestamp();
        var before = Volatile.Read(ref changes);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var budgets =
            await db.Set<Budgets>().AsNoTracking().TagWith(QueryTags.Remembered).SingleOrDefaultAsync(cancellationToken) ?? new Budgets();
        var defaults =
            await db.Set<ModelDefaults>().AsNoTracking().TagWith(QueryTags.Remembered).SingleOrDefaultAsync(cancellationToken)
            ?? new ModelDefaults();
        var read = new Page(budgets, defaults, readAt);
        lock (turning)
        {
            // What was read while somebody changed it may be the old one, and is not kept.
            page = before == changes ? read : page;
        }

        return read;
    }
}
