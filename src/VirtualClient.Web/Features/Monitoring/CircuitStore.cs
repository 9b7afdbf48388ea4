using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Keeps circuits in the database and tells admins of what they have to mend. A database that is away is no reason to stop calling models.</summary>
internal sealed partial class CircuitStore(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    ProblemLog problems,
    ModelCatalog models,
    ILogger<CircuitStore> logger
) : ICircuitStore
{
    private const int Tries = 3;

    public async ValueTask<IReadOnlyList<RouteHealth>> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            var rows = await db.Set<RouteCircuit>().AsNoTracking().ToListAsync(cancellationToken);
            return [.. rows.Select(row => row.ToHealth())];
        }
        catch (Exception e) when (e.IsTransient())
        {
            LogAway(e);
            return [];
        }
    }

    public async ValueTask SaveAsync(RouteHealth health, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await factory.CreateDbContextAsync(cancellationToken);
                await gate.CommitAsync(db, () => PutAsync(db, health, cancellationToken), cancellationToken);
                await ReportAsync(health, cancellationToken);
                return;
            }
            catch (DbUpdateException e) when (attempt < Tries)
            {
                // Another server stored its own view at the same moment; the later one stays.
                LogAgain(e, health.Route);
            }
            catch (Exception e) when (e.IsTransient() || e is DbUpdateException)
            {
                LogAway(e);
                return;
            }
        }
    }

    /// <summary>Adds the change to the caller's unit of work.</summary>
    public static async Task PutAsync(AppDbContext db, RouteHealth health, CancellationToken cancellationToken)
    {
        var row = await db.Set<RouteCircuit>().FirstOrDefaultAsync(c => c.Route == health.Route, cancellationToken);
        if (row is null)
        {
            row = new RouteCircuit(health.Route);
            db.Add(row);
        }

        row.Take(health);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task ReportAsync(RouteHealth health, CancellationToken cancellationToken)
    {
        if (health.Misconfigured)
        {
            await problems.ReportAsync(
                "route-misconfigured",
                health.Route,
                Severity.Critical,
                $"The provider of the route \"{health.Route}\" refuses our calls: check its key, model and billing.",
                health.LastError,
                cancellationToken
            );
        }
        else if (health.State == CircuitState.Open && await IsLastAsync(health, cancellationToken))
        {
            await problems.ReportAsync(
                "no-route",
                health.Route,
                Severity.Critical,
                $"No model route is left: \"{health.Route}\" was the last that answered, and it failed too often.",
                health.LastError,
                cancellationToken
            );
        }
        else if (health.State == CircuitState.Open)
        {
            await problems.ReportAsync(
                "route-open",
                health.Route,
                Severity.High,
                $"The route \"{health.Route}\" failed too often and rests until a call is tried again.",
                health.LastError,
                cancellationToken
            );
        }
    }

    /// <summary>Whether no other model route may be called; what the built-in voice can do is no model.</summary>
    private async Task<bool> IsLastAsync(RouteHealth health, CancellationToken cancellationToken)
    {
        var others = models.ModelRoutes.Select(route => route.Name).Where(name => name != health.Route).ToArray();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var resting = await db.Set<RouteCircuit>()
            .CountAsync(
                c => others.Contains(c.Route) && (c.Misconfigured || c.State == CircuitState.Open || c.State == CircuitState.Isolated),
                cancellationToken
            );
        return resting == others.Length;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; circuits are kept in memory only")]
    private partial void LogAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The circuit of {Route} was stored by another server at the same moment")]
    private partial void LogAgain(Exception exception, string route);
}
