using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace VirtualClient.Simulation.Models;

/// <summary>Spans and measurements of model calls under OpenTelemetry's gen_ai names. Figures and names only, never a text.</summary>
public static class ModelTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "VirtualClient.Models";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "gen_ai.client.operation.duration",
        "s",
        "Time of one model call"
    );

    private static readonly Histogram<double> FirstText = Meter.CreateHistogram<double>(
        "gen_ai.client.operation.time_to_first_chunk",
        "s",
        "Time to the first text of one model call"
    );

    private static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens of one model call"
    );

    private static readonly Counter<double> Cost = Meter.CreateCounter<double>(
        "virtual_client.model.cost",
        "{usd}",
        "Cost of model calls in US dollars, at the prices known here"
    );

    internal static Activity? Start(RouteOptions route, string purpose)
    {
        var activity = Source.StartActivity($"chat {route.Model}", ActivityKind.Client);
        activity?.SetTag("gen_ai.operation.name", "chat");
        activity?.SetTag("gen_ai.provider.name", route.Provider);
        activity?.SetTag("gen_ai.request.model", route.Model);
        activity?.SetTag("virtual_client.route", route.Name);
        activity?.SetTag("virtual_client.purpose", purpose);
        return activity;
    }

    internal static void Finish(Activity? activity, ModelCall call)
    {
        var tags = new TagList
        {
            { "gen_ai.operation.name", "chat" },
            { "gen_ai.provider.name", call.Provider },
            { "gen_ai.request.model", call.Model },
        };
        if (call.Usage is { } usage)
        {
            var input = usage.InputTokens + usage.CacheReadTokens + usage.CacheWriteTokens;
            activity?.SetTag("gen_ai.usage.input_tokens", input);
            activity?.SetTag("gen_ai.usage.output_tokens", usage.OutputTokens);
            activity?.SetTag("gen_ai.usage.cache_read.input_tokens", usage.CacheReadTokens);
            activity?.SetTag("gen_ai.usage.cache_creation.input_tokens", usage.CacheWriteTokens);
            Tokens.Record(input, [.. tags, new("gen_ai.token.type", "input")]);
            Tokens.Record(usage.OutputTokens, [.. tags, new("gen_ai.token.type", "output")]);
        }
        activity?.SetTag("gen_ai.response.id", call.RequestId);
        activity?.SetTag("virtual_client.outcome", call.Outcome);
        if (call.Failure is { } failure)
        {
            var error = call.StatusCode?.ToString() ?? failure.ToString();
            activity?.SetTag("error.type", error);
            activity?.SetStatus(ActivityStatusCode.Error);
            tags.Add("error.type", error);
        }
        if (call.CostNanoUsd is > 0 and var nano)
            Cost.Add(nano / 1e9, [.. tags, new("virtual_client.purpose", call.Purpose)]);
        Duration.Record(call.Duration.TotalSeconds, tags);
        if (call.FirstTextAfter is { } first)
            FirstText.Record(first.TotalSeconds, tags);
    }
}
