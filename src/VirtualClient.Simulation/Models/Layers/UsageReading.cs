using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>Gathers the token figures of a stream, whichever update brings them.</summary>
internal sealed class UsageReading
{
    private long _input;
    private long _output;
    private long _read;
    private long _write;
    private long _writeHour;
    private bool _any;

    public void Saw(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
            if (content is UsageContent usage)
                Saw(usage.Details);
            else if (content is StartUsageContent start)
                Saw(start.Details);
    }

    /// <summary>The reported figures; null when none came or the stream broke before the last of them.</summary>
    public Usage? Final(bool complete) =>
        _any && complete && _input + _output + _read + _write > 0 ? Make(_output, estimated: false) : null;

    /// <summary>The reported input with a guessed output, for a stream that broke; null when nothing was reported.</summary>
    public Usage? Partial(long outputTokens) =>
        _any && _input + _read + _write > 0 ? Make(Math.Max(_output, outputTokens), estimated: true) : null;

    private void Saw(UsageDetails details)
    {
        _any = true;
        var read = details.CachedInputTokenCount ?? 0;
        var write = Count(details, UsageNames.CacheWrite);
        // Figures grow through a stream: the last one of each kind is the whole, and a missing one says nothing.
        if (details.InputTokenCount is { } input)
            _input = Math.Max(_input, input - read - write);
        _output = Math.Max(_output, details.OutputTokenCount ?? 0);
        _read = Math.Max(_read, read);
        _write = Math.Max(_write, write);
        _writeHour = Math.Max(_writeHour, Count(details, UsageNames.CacheWriteHour));
    }

    private Usage Make(long output, bool estimated) => new(_input, output, _write, _read, estimated) { CacheWriteHourTokens = _writeHour };

    private static long Count(UsageDetails details, string name) =>
        details.AdditionalCounts is { } counts && counts.TryGetValue(name, out var count) ? count : 0;
}

/// <summary>
/// What a provider says about the prompt before it says anything else. Not a <see cref="UsageContent"/>, because those are added up and the one
/// at the end holds the same figures again.
/// </summary>
internal sealed class StartUsageContent(UsageDetails details) : AIContent
{
    public UsageDetails Details { get; } = details;
}

/// <summary>Names of token counts that chat usage has no property for.</summary>
internal static class UsageNames
{
    /// <summary>As the Anthropic SDK names it.</summary>
    public const string CacheWrite = "CacheCreationInputTokens";

    /// <summary>The part of <see cref="CacheWrite"/> that goes to the one-hour cache.</summary>
    public const string CacheWriteHour = "CacheCreationHourInputTokens";
}
