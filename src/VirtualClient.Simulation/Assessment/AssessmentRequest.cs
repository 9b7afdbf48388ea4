using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Assessment;

/// <summary>One line of a transcript, as numbered on every page and in every quote.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Labels">What the analyzer said of a student's turn; empty for the client's.</param>
public sealed record TranscriptLine(int Number, Speaker Speaker, string Text, IReadOnlyList<TurnLabel> Labels);

/// <summary>A conversation to be assessed, with the rubric it was held under.</summary>
public sealed record AssessmentRequest
{
    public required RubricDefinition Rubric { get; init; }

    public required IReadOnlyList<TranscriptLine> Lines { get; init; }

    public required Persona Persona { get; init; }

    /// <summary>Preferred route by name, <see cref="TurnRequest.BuiltInRoute"/> for indicators only, or null for the configured order.</summary>
    public string? Route { get; init; }

    /// <summary>The student's own account names; replaced in the prompt and restored in the answer.</summary>
    public IReadOnlyList<string> StudentNames { get; init; } = [];

    /// <summary>As in <see cref="TurnRequest"/>.</summary>
    public string? Pseudonym { get; init; }

    /// <inheritdoc cref="Pseudonym"/>
    public string? Payer { get; init; }

    /// <inheritdoc cref="Pseudonym"/>
    public Action<ModelCall>? OnCall { get; init; }
}
