using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Which route speaks where; null: the configured order.</summary>
public sealed class SetModelDefaultsInput
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    [StringLength(ModelDefaults.RouteMax)]
    public string? Students { get; set; }

    [StringLength(ModelDefaults.RouteMax)]
    public string? Tests { get; set; }

    [StringLength(ModelDefaults.RouteMax)]
    public string? Assessments { get; set; }
}

public sealed record ModelRouteView(string Name, string Provider, string Model, decimal? InputUsd, decimal? OutputUsd);

/// <param name="Default">The route of the configured order.</param>
public sealed record ModelsView(
    int Version,
    IReadOnlyList<ModelRouteView> Routes,
    string Default,
    string? Students,
    string? Tests,
    string? Assessments,
    DateTimeOffset? ChangedAt,
    Guid? ChangedBy
);

/// <summary>Chooses the routes for students, teachers' tests and assessments; they hold for the next call on.</summary>
internal sealed class SetModelDefaults(
    AppDbContext db,
    WriteGate gate,
    BudgetBook book,
    ModelCatalog catalog,
    AuditLog audit,
    TimeProvider clock
)
{
    public async Task<ModelsView> ReadAsync(CancellationToken cancellationToken) =>
        View(await db.Set<ModelDefaults>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new ModelDefaults());

    public async Task<ModelsView> HandleAsync(CurrentUser user, SetModelDefaultsInput input, CancellationToken cancellationToken)
    {
        foreach (var route in new[] { input.Students, input.Tests, input.Assessments })
        {
            if (route is not null && route != TurnRequest.BuiltInRoute && catalog.Find(route) is null)
            {
                throw new DomainException("unknown-route", $"There is no route \"{route}\". GET /api/v1/admin/models lists them.");
            }
        }

        var stored = await db.Set<ModelDefaults>().SingleOrDefaultAsync(cancellationToken);
        var defaults = stored ?? db.Add(new ModelDefaults()).Entity;
        if (defaults.Version != input.Version)
        {
            throw Stale(defaults.Version);
        }

        var before = defaults.Describe();
        defaults.Set(input, user.Id, clock.GetUtcNow());
        audit.Add(db, user.Id, "models.changed", before: before, after: defaults.Describe());
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            // Another admin was first.
            throw Stale(input.Version.Value + 1);
        }

        book.Forget();
        return View(defaults);
    }

    private ModelsView View(ModelDefaults defaults) =>
        new(
            defaults.Version,
            [
                .. catalog.Routes.Select(route =>
                {
                    var price = catalog.PriceOf(route.Model);
                    return new ModelRouteView(route.Name, route.Provider, route.Model, price?.InputUsd, price?.OutputUsd);
                }),
            ],
            catalog.Default?.Name ?? TurnRequest.BuiltInRoute,
            defaults.StudentRoute,
            defaults.TestRoute,
            defaults.AssessmentRoute,
            defaults.ChangedAt,
            defaults.ChangedBy
        );

    private static DomainException Stale(int version) =>
        new("stale", "Somebody changed this in the meantime. Load it again.")
        {
            Details = new Dictionary<string, object?> { ["version"] = version },
        };
}
