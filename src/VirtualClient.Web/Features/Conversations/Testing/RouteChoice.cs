using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Features.Spending;
using RouteOptions = VirtualClient.Simulation.Models.RouteOptions;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>A voice that a test can have, and what it costs in dollars for a million tokens.</summary>
/// <param name="Name">As in "modelRoute"; "" is how it is without a choice.</param>
public sealed record RouteChoice(string Name, string Words, bool IsBuiltIn, decimal? InputUsd, decimal? OutputUsd);

/// <summary>The voices to choose from: the catalogue with its prices.</summary>
internal sealed class RouteChoices(ModelCatalog catalog, BudgetBook book)
{
    public async Task<IReadOnlyList<RouteChoice>> ListAsync(CancellationToken cancellationToken)
    {
        var usual =
            (await book.DefaultsAsync(cancellationToken)).RouteFor(isTest: true) ?? catalog.Default?.Name ?? TurnRequest.BuiltInRoute;
        var all = catalog
            .ModelRoutes.Select(Of)
            .Append(new RouteChoice(TurnRequest.BuiltInRoute, "Built-in voice, free", true, 0, 0))
            .ToList();
        var now = all.Find(c => string.Equals(c.Name, usual, StringComparison.OrdinalIgnoreCase)) ?? all[^1];
        return [now with { Name = "", Words = $"As set for tests: {now.Words}" }, .. all];
    }

    private RouteChoice Of(RouteOptions route)
    {
        var price = catalog.PriceOf(route.Model);
        var cost = price is null ? "price unknown" : $"${price.InputUsd:0.00##} in, ${price.OutputUsd:0.00##} out per million tokens";
        return new RouteChoice(route.Name, $"{route.Name} ({route.Model}), {cost}", false, price?.InputUsd, price?.OutputUsd);
    }
}
