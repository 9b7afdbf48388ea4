using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Web.Infrastructure;

/// <summary>
/// Sends traces and figures to the collector that is configured: of requests, of replies and of model calls. A turn is one trace, from the
/// request that brought it to the provider, which gets the trace's id in its headers.
/// </summary>
internal sealed class Telemetry(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    /// <summary>Activity source of what the program itself does between a request and a model call.</summary>
    public const string Name = "VirtualClient.Web";

    private const int FlushMilliseconds = 2_000;

    // Their spans and figures name routes, hosts and outcomes.
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", Name, ModelTelemetry.Name];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
        Name,
        ModelTelemetry.Name,
    ];

    private TracerProvider? traces;
    private MeterProvider? figures;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (settings.Endpoint is null)
        {
            return Task.CompletedTask;
        }

        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService("virtual-client"))
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.TraceShare)))
            .AddSource(Sources)
            .AddProcessor(new WithoutQueries())
            .AddOtlpExporter(exporter => To(exporter, settings, "v1/traces"))
            .Build();
        figures = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("virtual-client"))
            .AddMeter(Meters)
            .AddOtlpExporter(
                (exporter, reader) =>
                {
                    To(exporter, settings, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = settings.FiguresEverySeconds * 1_000;
                }
            )
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.ForceFlush(FlushMilliseconds);
        figures?.ForceFlush(FlushMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        figures?.Dispose();
    }

    private static void To(OtlpExporterOptions exporter, TelemetryOptions settings, string path)
    {
        exporter.Endpoint = new Uri(new Uri(settings.Endpoint!.ToString().TrimEnd('/') + "/"), path);
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Headers = settings.Headers;
    }

    /// <summary>What somebody searched for stands in the query of an address.</summary>
    private sealed class WithoutQueries : BaseProcessor<System.Diagnostics.Activity>
    {
        public override void OnEnd(System.Diagnostics.Activity data)
        {
            data.SetTag("url.query", null);
            if (data.GetTagItem("url.full") is string full && full.IndexOf('?', StringComparison.Ordinal) is > 0 and var query)
            {
                data.SetTag("url.full", full[..query]);
            }
        }
    }
}
