namespace VirtualClient.Simulation.Models;

/// <summary>A model call that gave no usable answer, told in our own terms whatever the provider.</summary>
public sealed class ModelException(FailureKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public FailureKind Kind { get; } = kind;

    /// <summary>HTTP status of the provider, or null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>How long the provider asked to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Whether the same call may succeed when it is made again.</summary>
    public bool Transient { get; init; }

    /// <summary>Attempts made before giving up that the stream has not told of; each may have cost something.</summary>
    public IReadOnlyList<ModelCall> Calls { get; init; } = [];
}
