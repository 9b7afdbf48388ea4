using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace VirtualClient.Simulation.Models;

/// <summary>
/// Reads the section "Models" strictly: a key nobody knows is refused, because a misspelled limit would otherwise be no limit.
/// </summary>
public static class ModelOptionsReader
{
    /// <summary>The variable under which Anthropic's key is commonly kept.</summary>
    public const string AnthropicKey = "ANTHROPIC_API_KEY";

    private const string DefaultModel = "claude-haiku-5-5";

    /// <summary>Reads and checks the options. Without routes: Claude Haiku when a key is there, else the built-in voice.</summary>
    /// <exception cref="ModelConfigurationException">Something is unknown, missing or out of range.</exception>
    public static ModelOptions Read(IConfiguration configuration)
    {
        var section = new StrictSection(configuration.GetSection(ModelOptions.Section));
        section.Allow("Routes", "Prices", "Limits", "Circuit");
        var key = configuration[AnthropicKey] is { Length: > 0 } value ? value : null;
        var routes = section.Children("Routes").Select(r => Route(r, key)).ToList();
        if (routes.Count == 0 && key is not null)
            routes.Add(
                new RouteOptions
                {
                    Name = "anthropic",
                    Provider = ModelProviders.Anthropic,
                    Model = DefaultModel,
                    ApiKey = key,
                }
            );
        var options = new ModelOptions
        {
            Routes = routes,
            Prices = [.. ModelPrice.Defaults, .. section.Children("Prices").Select(Price)],
            Limits = Limits(section.Child("Limits")),
            Circuit = Circuit(section.Child("Circuit")),
        };
        return options;
    }

    private static RouteOptions Route(StrictSection section, string? anthropicKey)
    {
        section.Allow("Name", "Provider", "Model", "ApiKey", "BaseUrl", "Thinking", "Client");
        var provider = section.Required("Provider");
        return new RouteOptions
        {
            Name = section.Required("Name"),
            Provider = provider,
            Model = section.Text("Model") ?? "",
            ApiKey =
                section.Text("ApiKey")
                ?? (string.Equals(provider, ModelProviders.Anthropic, StringComparison.Ordinal) ? anthropicKey : null),
            BaseUrl = section.Address("BaseUrl"),
            Thinking = section.Text("Thinking"),
            Client = section.Text("Client") ?? "sdk",
        };
    }

    private static ModelPrice Price(StrictSection section)
    {
        section.Allow("Model", "AsOf", "InputUsd", "OutputUsd", "CacheWriteUsd", "CacheWriteHourUsd", "CacheReadUsd");
        var day = section.Required("AsOf");
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            throw section.Wrong("AsOf", "a date such as 2026-11-01");
        var input = section.Money("InputUsd", null);
        return new ModelPrice(
            section.Required("Model"),
            asOf,
            input,
            section.Money("OutputUsd", null),
            section.Money("CacheWriteUsd", input),
            section.Money("CacheWriteHourUsd", input),
            section.Money("CacheReadUsd", input)
        );
    }

    private static ModelLimits Limits(StrictSection section)
    {
        section.Allow("Stall", "Whole", "Retries", "RetryBase", "LongestRetryAfter");
        var standard = new ModelLimits();
        return new ModelLimits
        {
            Stall = section.Time("Stall", standard.Stall, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            Whole = section.Time("Whole", standard.Whole, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15)),
            Retries = (int)section.Number("Retries", standard.Retries, 0, 5),
            RetryBase = section.Time("RetryBase", standard.RetryBase, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(30)),
            LongestRetryAfter = section.Time("LongestRetryAfter", standard.LongestRetryAfter, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
        };
    }

    private static CircuitOptions Circuit(StrictSection section)
    {
        section.Allow("FailuresInARow", "LeastCalls", "FailureShare", "Window", "Rest", "TrialsToClose");
        var standard = new CircuitOptions();
        return new CircuitOptions
        {
            FailuresInARow = (int)section.Number("FailuresInARow", standard.FailuresInARow, 1, 1_000),
            LeastCalls = (int)section.Number("LeastCalls", standard.LeastCalls, 2, 10_000),
            FailureShare = section.Number("FailureShare", standard.FailureShare, 0.01, 1),
            Window = section.Time("Window", standard.Window, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            Rest = section.Time("Rest", standard.Rest, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            TrialsToClose = (int)section.Number("TrialsToClose", standard.TrialsToClose, 1, 100),
        };
    }
}
