namespace VirtualClient.Simulation.Models;

/// <summary>The configuration section "Models": which models may speak, what they cost, and how long they are waited for.</summary>
public sealed record ModelOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Models";

    /// <summary>Routes in order of preference. Empty: the built-in voice speaks.</summary>
    public IReadOnlyList<RouteOptions> Routes { get; init; } = [];

    /// <summary>Prices; a later entry for the same model replaces an earlier one.</summary>
    public IReadOnlyList<ModelPrice> Prices { get; init; } = ModelPrice.Defaults;

    public ModelLimits Limits { get; init; } = new();

    public CircuitOptions Circuit { get; init; } = new();
}

/// <summary>A provider and one of its models.</summary>
public sealed record RouteOptions
{
    /// <summary>What people call it; unique.</summary>
    public required string Name { get; init; }

    /// <summary>"built-in", "anthropic" or "openai-compatible".</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's name of the model; empty for the built-in voice.</summary>
    public string Model { get; init; } = "";

    /// <summary>Secret; from the environment or user secrets, never logged or shown.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Address of the service. Anthropic: without a version; OpenAI-compatible: with it, such as <c>https://host/v1/</c>.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How thinking is turned off: "disabled", "between-tools", "leave", or null for what the model is known to want. Anthropic only.</summary>
    public string? Thinking { get; init; }

    /// <summary>"sdk" for Anthropic's own library, "small" for our reader, which needs less processor time. Anthropic only.</summary>
    public string Client { get; init; } = "sdk";

    /// <summary>Keeps the key out of logs and messages.</summary>
    public override string ToString() => $"{Name} ({Provider}, {Model})";
}

/// <summary>How long a model is waited for and how often it is asked again.</summary>
/// <remarks>Each value is a decision of this project; <c>docs/decisions/0012-one-way-to-a-model.md</c> says why.</remarks>
public sealed record ModelLimits
{
    /// <summary>Longest wait for the first byte and between two events of the stream. 1 s to 5 min.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest time for a call with all its tries and routes. 5 s to 15 min.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How often a failed call is made again on the same route before the next route is tried. 0 to 5.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The first pause before a retry is drawn between zero and this; it doubles with each retry. 10 ms to 30 s.</summary>
    public TimeSpan RetryBase { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A provider that asks for a longer pause than this is not waited for. 0 to 5 min.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>When a route that keeps failing is left alone, and for how long.</summary>
public sealed record CircuitOptions
{
    /// <summary>Failures in a row that open the circuit. 1 to 1,000.</summary>
    public int FailuresInARow { get; init; } = 5;

    /// <summary>The share of failures is looked at from this number of calls on. 2 to 10,000.</summary>
    public int LeastCalls { get; init; } = 10;

    /// <summary>Share of failures within <see cref="Window"/> that opens the circuit. Above 0 to 1.</summary>
    public double FailureShare { get; init; } = 0.5;

    /// <summary>How far back calls are counted, in whole seconds. 1 s to 10 min.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit rests until one call is let through. 1 s to 1 day.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Good calls, one at a time, that close it again. 1 to 100.</summary>
    public int TrialsToClose { get; init; } = 3;
}
