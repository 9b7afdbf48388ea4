using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>A student's turn to be met: everything the simulation needs, nothing about storage.</summary>
public sealed record TurnRequest
{
    /// <summary>The route name of the built-in voice.</summary>
    public const string BuiltInRoute = "built-in";

    /// <summary>How silence (the Wait button) is written.</summary>
    public const string Silence = "(waits)";

    public required Persona Persona { get; init; }

    /// <summary>The state before this turn.</summary>
    public required ClientState State { get; init; }

    /// <summary>What was said before this turn, oldest first, complete.</summary>
    public required IReadOnlyList<Utterance> History { get; init; }

    /// <summary>The student's words; "(waits)" for silence.</summary>
    public required string Text { get; init; }

    /// <summary>Preferred route by name, <see cref="BuiltInRoute"/> for the built-in voice, or null for the configured order.</summary>
    public string? Route { get; init; }

    /// <summary>Speak with the built-in voice if every route fails before anything was said; the reply is then flagged "built_in_voice".</summary>
    public bool BuiltInVoiceIfRoutesFail { get; init; }

    /// <summary>The stable part of the prompt as a teacher edited it for a test, or null.</summary>
    public string? PromptOverride { get; init; }

    /// <summary>A pseudonym for the student, the same for all calls, for the provider's abuse checks.</summary>
    public string? Pseudonym { get; init; }

    /// <summary>Who pays for model calls, handed on to the budget as it is; null when nobody is asked.</summary>
    public string? Payer { get; init; }

    /// <summary>
    /// Told of each model call exactly once, also when the reading of the reply was cancelled and no update could tell; for whoever settles
    /// the costs. Called on the thread that reads the stream.
    /// </summary>
    public Action<Models.ModelCall>? OnCall { get; init; }

    /// <summary>The student's own account names; replaced by a placeholder in every prompt and restored in the reply.</summary>
    public IReadOnlyList<string> StudentNames { get; init; } = [];
}
