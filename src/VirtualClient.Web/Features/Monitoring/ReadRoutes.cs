using System.Text.Json.Serialization;
using VirtualClient.Simulation.Models;
using RouteOptions = VirtualClient.Simulation.Models.RouteOptions;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>A model route as an admin sees it: what it is, whether it is called, and how it did lately.</summary>
/// <param name="Status">healthy, degraded or unavailable.</param>
/// <param name="Circuit">closed, open, half-open or isolated.</param>
/// <param name="OpenUntil">When a call is tried again.</param>
/// <param name="Calls">Calls of the last 15 minutes on this server, at most the newest 200.</param>
/// <param name="FailureShare">Share of them that failed, 0 to 1.</param>
/// <param name="FirstTextMs">Median milliseconds to the first text.</param>
/// <param name="FirstTextSlowMs">Its 95th percentile.</param>
public sealed record RouteReport(
    string Name,
    string Provider,
    string Model,
    string Status,
    string Circuit,
    bool Misconfigured,
    int FailuresInARow,
    int Calls,
    double FailureShare,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? FirstTextMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? FirstTextSlowMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? OpenUntil,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? LastError,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? LastErrorAt,
    DateTimeOffset ChangedAt
)
{
    /// <summary>Calls under way.</summary>
    public int InFlight { get; init; }

    /// <summary>The provider's name of the call that failed last, for questions to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LastErrorRequestId { get; init; }
}

/// <summary>The routes in the order in which they are tried.</summary>
internal sealed class ReadRoutes(RouteBoard board, ModelCatalog catalog)
{
    public async Task<IReadOnlyList<RouteReport>> AllAsync(CancellationToken cancellationToken)
    {
        var health = (await board.ReadAsync(cancellationToken)).ToDictionary(h => h.Route, StringComparer.OrdinalIgnoreCase);
        return [.. catalog.ModelRoutes.Select(route => View(route, health[route.Name], board.FiguresOf(route.Name)!))];
    }

    public async Task<RouteReport?> OneAsync(string name, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Of all together: unavailable when no route can be called, degraded when one cannot.</summary>
    public static string Together(IReadOnlyList<RouteReport> routes) =>
        routes.All(r => r.Status == "healthy") ? "healthy"
        : routes.Any(r => r.Status != "unavailable") ? "degraded"
        : "unavailable";

    private static RouteReport View(RouteOptions route, RouteHealth health, RouteFigures figures) =>
        new(
            route.Name,
            route.Provider,
            route.Model,
            Status(health, figures),
            Word(health.State),
            health.Misconfigured,
            health.FailuresInARow,
            figures.Calls,
            Math.Round(figures.FailureShare, 3),
            Ms(figures.FirstTextTypical),
            Ms(figures.FirstTextSlow),
            health.State == CircuitState.Open ? health.OpenUntil : null,
            health.LastError,
            health.LastErrorAt,
            health.ChangedAt
        )
        {
            InFlight = figures.InFlight,
            LastErrorRequestId = figures.LastFailedRequestId,
        };

    private static string Status(RouteHealth health, RouteFigures figures) =>
        health.Misconfigured || health.State is CircuitState.Open or CircuitState.Isolated ? "unavailable"
        : health.State == CircuitState.HalfOpen || health.FailuresInARow > 0 || (figures.Calls >= 10 && figures.FailureShare >= 0.1)
            ? "degraded"
        : "healthy";

    private static string Word(CircuitState state) =>
        state switch
        {
            CircuitState.Closed => "closed",
            CircuitState.Open => "open",
            CircuitState.HalfOpen => "half-open",
            _ => "isolated",
        };

    private static double? Ms(TimeSpan? time) => time is { } t ? Math.Round(t.TotalMilliseconds, 1) : null;
}
