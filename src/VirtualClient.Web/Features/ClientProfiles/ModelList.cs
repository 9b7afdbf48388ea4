using VirtualClient.Simulation.Models;

namespace VirtualClient.Web.Features.ClientProfiles;

public sealed record ModelRouteName(string Name, string Provider, string Model);

/// <summary>The models a client of this installation may speak with, in order of preference, and what they cost.</summary>
public sealed record ModelList(IReadOnlyList<ModelRouteName> Routes, IReadOnlyCollection<ModelPrice> Prices, string Default)
{
    internal static ModelList Of(ModelCatalog catalog) =>
        new(
            [.. catalog.Routes.Select(route => new ModelRouteName(route.Name, route.Provider, route.Model))],
            catalog.Prices,
            catalog.Default?.Name ?? "built-in"
        );
}
