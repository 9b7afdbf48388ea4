using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>What the layers of one pipeline call know in common. Used by one call at a time.</summary>
internal sealed class CallScope(string purpose, string? payer, bool whole, TimeSpan limit, TimeProvider time, Action<ModelCall>? onCall)
{
    private readonly long _startedAt = time.GetTimestamp();
    private readonly List<ModelCall> _calls = [];
    private int _told;

    public string Purpose { get; } = purpose;
    public string? Payer { get; } = payer;

    /// <summary>Nobody reads along, so a reply that breaks after its first words may be made again.</summary>
    public bool Whole { get; } = whole;

    /// <summary>Time left for this call with all its tries and routes.</summary>
    public TimeSpan Left => limit - time.GetElapsedTime(_startedAt);

    /// <summary>The attempt under way.</summary>
    public CallAttempt? Attempt { get; set; }

    /// <summary>What all attempts so far cost.</summary>
    public long CostNanoUsd => _calls.Sum(c => c.CostNanoUsd ?? 0);

    public IReadOnlyList<ModelCall> Calls => _calls;

    public void Record(ModelCall call)
    {
        _calls.Add(call);
        onCall?.Invoke(call);
    }

    /// <summary>The attempts that the stream has not told of yet.</summary>
    public IEnumerable<ModelCall> Untold()
    {
        while (_told < _calls.Count)
            yield return _calls[_told++];
    }
}

/// <summary>Chat options on their way through the layers, with the scope of the call; what providers must not see is left behind.</summary>
internal sealed class ScopedOptions : ChatOptions
{
    public ScopedOptions(ChatOptions? options, CallScope scope)
        : base(options)
    {
        Scope = scope;
        Pseudonym = Text(options, ModelKeys.Pseudonym);
        AdditionalProperties = null;
    }

    public CallScope Scope { get; }
    public string? Pseudonym { get; }

    public override ChatOptions Clone() => new ScopedOptions(this, Scope, Pseudonym);

    private ScopedOptions(ChatOptions options, CallScope scope, string? pseudonym)
        : base(options)
    {
        Scope = scope;
        Pseudonym = pseudonym;
    }

    public static string? Text(ChatOptions? options, string key) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(key, out var value) ? value as string : null;
}
