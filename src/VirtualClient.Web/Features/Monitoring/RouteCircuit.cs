using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>What is known of a model route's health, kept over a restart and shared by all servers.</summary>
public sealed class RouteCircuit
{
    private RouteCircuit() { }

    public RouteCircuit(string route) => Route = route;

    public string Route { get; private set; } = "";

    public CircuitState State { get; private set; }

    public DateTimeOffset? OpenUntil { get; private set; }

    public int FailuresInARow { get; private set; }

    public bool Misconfigured { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? LastErrorAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public void Take(RouteHealth health)
    {
        State = health.State;
        OpenUntil = health.OpenUntil;
        FailuresInARow = health.FailuresInARow;
        Misconfigured = health.Misconfigured;
        LastError = health.LastError is { Length: > ErrorMax } error ? error[..ErrorMax] : health.LastError;
        LastErrorAt = health.LastErrorAt;
        ChangedAt = health.ChangedAt;
    }

    public RouteHealth ToHealth() =>
        new(Route, State, OpenUntil, FailuresInARow, Misconfigured, LastError, ChangedAt) { LastErrorAt = LastErrorAt };

    private const int ErrorMax = 400;

    internal sealed class Mapping : IEntityTypeConfiguration<RouteCircuit>
    {
        public void Configure(EntityTypeBuilder<RouteCircuit> builder)
        {
            builder.ToTable("route_circuits");
            builder.HasKey(c => c.Route);
            builder.Property(c => c.Route).HasMaxLength(60);
            builder.Property(c => c.State).AsWord();
            builder.Property(c => c.LastError).HasMaxLength(ErrorMax);
        }
    }
}
