using System.ComponentModel.DataAnnotations;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Where traces and figures are sent, section "Telemetry". Names, times and counts only, never anybody's text.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <value>Base address of a collector that takes OTLP over http/protobuf, such as http://127.0.0.1:4318; null: nothing is sent.</value>
    public Uri? Endpoint { get; set; }

    /// <value>Sent with every export, as name=value pairs with commas between; secret.</value>
    public string? Headers { get; set; }

    /// <value>Seconds between two exports of figures.</value>
    [Range(1, 3600)]
    public int FiguresEverySeconds { get; set; } = 15;

    /// <value>Share of requests whose trace is kept; 1 is all.</value>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 1;
}
