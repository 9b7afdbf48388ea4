using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Monitoring;

/// <param name="Status">healthy or unavailable.</param>
/// <param name="Kind">sqlite or postgres.</param>
/// <param name="AnswerMs">Milliseconds that one small question took, just now.</param>
public sealed record DatabaseView(string Status, string Kind, double? AnswerMs);

/// <param name="Status">healthy, degraded or unavailable.</param>
public sealed record HealthView(string Status, IReadOnlyList<RouteView> Routes, DatabaseView Database);

/// <summary>Health as measured at the moment of asking: the database is asked something, the routes tell how their calls went.</summary>
internal sealed class ReadHealth(IDbContextFactory<AppDbContext> factory, ReadRoutes routes, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthView> WholeAsync(CancellationToken cancellationToken)
    {
        var database = await DatabaseAsync(cancellationToken);
        var all = await routes.AllAsync(cancellationToken);
        var status =
            database.Status != "healthy" ? "unavailable"
            // Replies fail, but what was said can be read, and the built-in voice may stand in.
            : ReadRoutes.Together(all) == "healthy" ? "healthy"
            : "degraded";
        return new HealthView(status, all, database);
    }

    private async Task<DatabaseView> DatabaseAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var kind = db.Database.IsSqlite() ? "sqlite" : "postgres";
        var started = clock.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await db.Database.ExecuteSqlRawAsync("select 1", patience.Token);
            return new DatabaseView("healthy", kind, Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 2));
        }
        catch (Exception e)
            when (e is DbException or InvalidOperationException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return new DatabaseView("unavailable", kind, null);
        }
    }
}
