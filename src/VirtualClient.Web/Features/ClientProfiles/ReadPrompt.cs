using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Voices;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>A fact by its id and title, without what it keeps.</summary>
public sealed record FactName(string Id, string Title);

/// <summary>What a model costs with this client.</summary>
/// <param name="ExpectedCostUsd">Of a conversation of 30 messages.</param>
public sealed record RouteCost(string Route, string Model, decimal InputUsd, decimal OutputUsd, DateOnly AsOf, decimal ExpectedCostUsd);

/// <summary>The prompt as a model would get it at a level of trust.</summary>
/// <param name="Open">Facts that may be in a prompt at this level.</param>
/// <param name="Closed">Facts that are in no prompt at this level.</param>
/// <param name="TokensEstimated">The tokens are guessed from the length; providers report them only for calls that were made.</param>
/// <param name="ExpectedCostUsd">Of a conversation of 30 messages with the model that students get; 0 with the built-in voice.</param>
public sealed record PromptView(
    decimal Trust,
    string System,
    string Plan,
    IReadOnlyList<FactName> Open,
    IReadOnlyList<FactName> Closed,
    long Tokens,
    bool TokensEstimated,
    string Model,
    decimal ExpectedCostUsd,
    IReadOnlyList<RouteCost> Routes
);

/// <summary>Shows a teacher the prompt of a client.</summary>
internal sealed class ReadPrompt(AppDbContext db, ModelCatalog catalog)
{
    public const decimal FirstMeeting = 1.5m;

    public async Task<PromptView> HandleAsync(CurrentUser user, Guid id, decimal? trust, CancellationToken cancellationToken)
    {
        if (trust is < 1.0m or > 4.0m)
        {
            throw new DomainException("bad-filter", "\"trust\" is from 1.0 to 4.0.", 400);
        }

        var persona =
            await db.Set<ClientProfile>()
                .AsNoTracking()
                .VisibleTo(db, user)
                .Where(c => c.Id == id)
                .Select(c => c.Persona)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        return Of(persona, trust ?? FirstMeeting, await StudentRouteAsync(cancellationToken));
    }

    /// <summary>The route that students get, or null for the configured order.</summary>
    public async Task<string?> StudentRouteAsync(CancellationToken cancellationToken) =>
        (await db.Set<ModelDefaults>().AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.StudentRoute;

    public PromptView Of(Persona persona, decimal trust, string? studentRoute)
    {
        var preview = PromptPreview.At(persona, trust);
        var routes = catalog
            .ModelRoutes.Select(route => (route, Price: catalog.PriceOf(route.Model)))
            .Where(pair => pair.Price is not null)
            .Select(pair => new RouteCost(
                pair.route.Name,
                pair.route.Model,
                pair.Price!.InputUsd,
                pair.Price.OutputUsd,
                pair.Price.AsOf,
                Money.Usd(ConversationForecast.NanoUsd(pair.Price, preview.SystemTokens, preview.PlanTokens))
            ))
            .ToList();
        var speaks = routes.Find(r => r.Route == (catalog.Find(studentRoute) ?? catalog.Default)?.Name);
        return new PromptView(
            trust,
            preview.System,
            preview.Plan,
            [.. preview.Open.Select(fact => new FactName(fact.Id, fact.Title))],
            [.. preview.Closed.Select(fact => new FactName(fact.Id, fact.Title))],
            preview.SystemTokens + preview.PlanTokens,
            TokensEstimated: true,
            speaks?.Model ?? "built-in",
            speaks?.ExpectedCostUsd ?? 0m,
            routes
        );
    }
}
