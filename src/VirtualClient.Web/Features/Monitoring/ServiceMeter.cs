using System.Diagnostics.Metrics;
using VirtualClient.Web.Features.Monitoring.Servers;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>What this server last measured of itself, for a collector; names and figures only. docs/operations lists them.</summary>
internal sealed class ServiceMeter : IDisposable
{
    private readonly Meter meter = new(Telemetry.Name);
    private volatile Server? last;

    public ServiceMeter()
    {
        meter.CreateObservableGauge("virtual_client.replies.live", () => Of(s => (long)s.RepliesLive), "{reply}", "Replies being made");
        meter.CreateObservableGauge("virtual_client.replies.waiting", () => Of(s => (long)s.RepliesWaiting), "{reply}", "Replies in line");
        meter.CreateObservableGauge(
            "virtual_client.database.round_trip",
            () => Of(s => (s.DatabaseMs ?? 0) / 1000),
            "s",
            "One small question to the database"
        );
        meter.CreateObservableGauge("virtual_client.disk.free", () => Of(s => s.FreeDiskBytes ?? 0), "By", "Free on the disk");
        meter.CreateObservableGauge("virtual_client.route.available", Routes, null, "1: the route is called, 0: it is not");
        meter.CreateObservableGauge("virtual_client.route.in_flight", InFlight, "{call}", "Calls under way");
    }

    public void Take(Server server) => last = server;

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<T>> Of<T>(Func<Server, T> figure)
        where T : struct
    {
        if (last is { } server)
        {
            yield return new Measurement<T>(figure(server));
        }
    }

    private IEnumerable<Measurement<int>> Routes() =>
        (last?.Routes ?? []).Select(r => new Measurement<int>(r.Status == "unavailable" ? 0 : 1, Tag(r)));

    private IEnumerable<Measurement<int>> InFlight() => (last?.Routes ?? []).Select(r => new Measurement<int>(r.InFlight, Tag(r)));

    private static KeyValuePair<string, object?> Tag(ServerRoute route) => new("virtual_client.route", route.Name);
}
