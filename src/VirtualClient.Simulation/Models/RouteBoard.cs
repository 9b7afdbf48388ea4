namespace VirtualClient.Simulation.Models;

/// <summary>The circuits of all routes: to look at, to isolate, to restore. One per process; safe to use from several threads.</summary>
public sealed class RouteBoard : IDisposable
{
    private readonly Dictionary<string, Circuit> _circuits;
    private readonly Dictionary<string, RouteRecord> _records;
    private readonly ICircuitStore? _store;
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile bool _loaded;

    /// <param name="store">Where circuits outlive the process, or null.</param>
    public RouteBoard(ModelCatalog catalog, ICircuitStore? store, TimeProvider time)
    {
        _store = store;
        _loaded = store is null;
        _circuits = catalog.ModelRoutes.ToDictionary(
            r => r.Name,
            r => new Circuit(r.Name, catalog.Options.Circuit, time),
            StringComparer.OrdinalIgnoreCase
        );
        _records = _circuits.Keys.ToDictionary(name => name, _ => new RouteRecord(time), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>How a route did lately, or null when there is no such route.</summary>
    public RouteFigures? FiguresOf(string route) => _records.GetValueOrDefault(route)?.Figures;

    /// <summary>Health of all model routes, in the order of the catalog.</summary>
    public async ValueTask<IReadOnlyList<RouteHealth>> ReadAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return [.. _circuits.Values.Select(c => c.Health)];
    }

    /// <summary>Stops calling a route until it is restored; calls that run go on. False: there is no such route.</summary>
    public ValueTask<bool> IsolateAsync(string route, CancellationToken cancellationToken) =>
        SetAsync(route, c => c.Isolate(), cancellationToken);

    /// <summary>Calls a route again, whatever stopped it. False: there is no such route.</summary>
    public ValueTask<bool> RestoreAsync(string route, CancellationToken cancellationToken) =>
        SetAsync(route, c => c.Restore(), cancellationToken);

    /// <summary>Takes over what other servers stored since: a route that was isolated or opened there rests here as well.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (_store is null)
            return;
        foreach (var health in await _store.LoadAsync(cancellationToken))
            if (_circuits.TryGetValue(health.Route, out var circuit))
                circuit.LoadNewer(health);
    }

    public void Dispose() => _loading.Dispose();

    internal void Began(string route) => _records.GetValueOrDefault(route)?.Begin();

    internal void Saw(ModelCall call) => _records.GetValueOrDefault(call.Route)?.Add(call);

    internal Circuit this[string route] => _circuits[route];

    internal async ValueTask SaveAsync(Circuit circuit)
    {
        // The state of a route must not be lost because the student who met its failure has left.
        if (_store is not null)
            await _store.SaveAsync(circuit.Health, CancellationToken.None);
    }

    internal async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded)
            return;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_loaded)
                return;
            foreach (var health in await _store!.LoadAsync(cancellationToken))
                if (_circuits.TryGetValue(health.Route, out var circuit))
                    circuit.Load(health);
            _loaded = true;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async ValueTask<bool> SetAsync(string route, Action<Circuit> change, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!_circuits.TryGetValue(route, out var circuit))
            return false;
        change(circuit);
        await SaveAsync(circuit);
        return true;
    }
}
