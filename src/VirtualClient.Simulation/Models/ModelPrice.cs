namespace VirtualClient.Simulation.Models;

/// <summary>What a model costs, in US dollars per million tokens, as of a day.</summary>
/// <param name="CacheWriteUsd">Writing to the five-minute cache.</param>
/// <param name="CacheWriteHourUsd">Writing to the one-hour cache.</param>
public sealed record ModelPrice(
    string Model,
    DateOnly AsOf,
    decimal InputUsd,
    decimal OutputUsd,
    decimal CacheWriteUsd,
    decimal CacheWriteHourUsd,
    decimal CacheReadUsd
)
{
    /// <summary>A dollar per million tokens is a thousand nano-dollars per token.</summary>
    private const decimal NanoUsdPerToken = 1_000m;

    /// <summary>Starting prices, to be compared with the provider's page; configuration and the admin replace them.</summary>
    /// <remarks>Source: Anthropic's published prices as noted in November 2026.</remarks>
    public static IReadOnlyList<ModelPrice> Defaults { get; } =
    [
        new("claude-haiku-5-5", new(2026, 11, 1), 0.10m, 0.50m, 0.125m, 0.20m, 0.01m),
        new("claude-sonnet-5-5", new(2026, 11, 1), 2.00m, 10.00m, 2.50m, 4.00m, 0.10m),
        new("claude-haiku-4-5", new(2026, 11, 1), 1.00m, 5.00m, 1.25m, 2.00m, 0.10m),
    ];

    /// <summary>Cost in nano-dollars, rounded up to a whole one.</summary>
    public long CostNanoUsd(Usage usage)
    {
        var hour = usage.CacheWriteHourTokens;
        var cost =
            usage.InputTokens * InputUsd
            + usage.OutputTokens * OutputUsd
            + (usage.CacheWriteTokens - hour) * CacheWriteUsd
            + hour * CacheWriteHourUsd
            + usage.CacheReadTokens * CacheReadUsd;
        return (long)decimal.Ceiling(cost * NanoUsdPerToken);
    }

    /// <summary>The most a call can cost in nano-dollars: all input written to the dearest cache, all allowed output written.</summary>
    public long WorstCaseNanoUsd(long inputTokens, long outputTokens) =>
        (long)
            decimal.Ceiling(
                (inputTokens * Math.Max(InputUsd, Math.Max(CacheWriteUsd, CacheWriteHourUsd)) + outputTokens * OutputUsd) * NanoUsdPerToken
            );
}
