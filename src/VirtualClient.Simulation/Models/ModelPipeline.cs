using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models.Layers;
using VirtualClient.Simulation.Models.Providers;

namespace VirtualClient.Simulation.Models;

/// <summary>What the pipeline asks of whoever hosts it; each may be left out.</summary>
public sealed record ModelPorts(IBudget? Budget = null, IUsageSink? UsageSink = null, ICircuitStore? CircuitStore = null);

/// <summary>
/// The way from a prompt to a model, and the only place where the order of its layers is written down:
/// <code>
/// head -> budget -> failover -+-> circuit -> retry -> meter -> watchdog -> provider     (first route)
///                             +-> circuit -> retry -> meter -> watchdog -> provider     (next route)
/// </code>
/// One per process; safe to use from several threads.
/// </summary>
public sealed class ModelPipeline : IModelRoutes, IDisposable
{
    private readonly ModelCatalog _catalog;
    private readonly ModelPorts _ports;
    private readonly TimeProvider _time;
    private readonly Func<double> _draw;
    private readonly Dictionary<string, IChatClient> _routes;
    private readonly Dictionary<string, PipelineHead> _orders = new(StringComparer.OrdinalIgnoreCase);

    public ModelPipeline(ModelCatalog catalog, ModelPorts ports, TimeProvider time)
        : this(catalog, ports, time, Random.Shared.NextDouble) { }

    /// <param name="draw">A number from 0 to below 1 for the pauses between tries.</param>
    internal ModelPipeline(ModelCatalog catalog, ModelPorts ports, TimeProvider time, Func<double> draw)
    {
        _catalog = catalog;
        _ports = ports;
        _time = time;
        _draw = draw;
        Board = new RouteBoard(catalog, ports.CircuitStore, time);
        var routes = catalog.ModelRoutes.ToList();
        _routes = routes.ToDictionary(r => r.Name, Route, StringComparer.OrdinalIgnoreCase);
        foreach (var route in routes)
            _orders[route.Name] = Order([route, .. routes.Where(r => r != route)]);
    }

    /// <summary>Health of the routes, and the switches to isolate and restore them.</summary>
    public RouteBoard Board { get; }

    public bool Any => _catalog.Default is not null;

    public bool Answers(string? route) => _catalog.Find(route) is { } named ? !ModelCatalog.IsBuiltIn(named) : Any;

    public IChatClient Open(string? route)
    {
        if (route is not null && _orders.TryGetValue(route, out var chosen))
            return chosen;
        return _catalog.ModelRoutes.FirstOrDefault() is { } first
            ? _orders[first.Name]
            : throw new ModelException(FailureKind.NotAvailable, "No model is set up.");
    }

    public void Dispose()
    {
        foreach (var route in _routes.Values)
            route.Dispose();
        Board.Dispose();
    }

    private PipelineHead Order(IReadOnlyList<RouteOptions> routes)
    {
        IChatClient client = new FailoverClient([.. routes.Select(r => _routes[r.Name])]);
        if (_ports.Budget is { } budget)
            client = new BudgetLayer(client, budget, _catalog, [.. routes.Select(r => r.Model)]);
        return new PipelineHead(client, _catalog.Options.Limits, _ports.UsageSink, _time);
    }

    private IChatClient Route(RouteOptions route)
    {
        var limits = _catalog.Options.Limits;
        IChatClient client = Provider(route, _time);
        client = new WatchdogLayer(client, limits, _time);
        client = new MeterLayer(client, route, _catalog, Board, _time);
        client = new RetryLayer(client, limits, _time, _draw);
        return new CircuitLayer(client, route.Name, Board);
    }

    /// <summary>The bare client of a route, without any layer.</summary>
    internal static IChatClient Provider(RouteOptions route, TimeProvider time) =>
        (route.Provider, route.Client) switch
        {
            (ModelProviders.Anthropic, "sdk") => new AnthropicRouteClient(route, ModelHttp.Create(null, time)),
            (ModelProviders.Anthropic, _) => new MessagesChatClient(
                ModelHttp.Create(WithSlash(route.BaseUrl ?? ModelProviders.AnthropicAddress), time),
                route
            ),
            _ => new OpenAiCompatibleChatClient(ModelHttp.Create(WithSlash(route.BaseUrl!), time), route.Model, route.ApiKey),
        };

    /// <summary>Without the slash, the last part of an address would be replaced instead of continued.</summary>
    private static Uri WithSlash(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
