namespace VirtualClient.Simulation.Models;

/// <summary>Whether a route is called.</summary>
public enum CircuitState
{
    /// <summary>Calls go through.</summary>
    Closed,

    /// <summary>The route failed too often and rests.</summary>
    Open,

    /// <summary>The rest is over; one call at a time is let through.</summary>
    HalfOpen,

    /// <summary>An operator stopped the route; only an operator can start it again.</summary>
    Isolated,
}

/// <summary>What is known about a route's health.</summary>
/// <param name="OpenUntil">When the rest ends, or null.</param>
/// <param name="Misconfigured">The provider refused our key, model or account; cleared by the next good call.</param>
/// <param name="LastError">What the provider said last, without texts of people, or null.</param>
public sealed record RouteHealth(
    string Route,
    CircuitState State,
    DateTimeOffset? OpenUntil,
    int FailuresInARow,
    bool Misconfigured,
    string? LastError,
    DateTimeOffset ChangedAt
)
{
    /// <summary>When the provider said it, or null.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }
}

/// <summary>
/// Keeps circuits over a restart. <see cref="SaveAsync"/> is called on each change of state and when a route turns out to be misconfigured, which
/// is also the moment to alert somebody. Implementations must not throw: a circuit works without its memory.
/// </summary>
public interface ICircuitStore
{
    ValueTask<IReadOnlyList<RouteHealth>> LoadAsync(CancellationToken cancellationToken);

    ValueTask SaveAsync(RouteHealth health, CancellationToken cancellationToken);
}
