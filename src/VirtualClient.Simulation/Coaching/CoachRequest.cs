using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Coaching;

/// <summary>A conversation under way in which a note was asked for.</summary>
public sealed record CoachRequest
{
    /// <summary>Who is met. A model is given the name and nothing else of it.</summary>
    public required Persona Persona { get; init; }

    /// <summary>What was said so far, oldest first, beginning with the client's first line.</summary>
    public required IReadOnlyList<Utterance> History { get; init; }

    /// <summary>Preferred route by name, <see cref="TurnRequest.BuiltInRoute"/> for a note from rules, or null for the configured order.</summary>
    public string? Route { get; init; }

    /// <summary>The student's own account names; replaced in the prompt and restored in the note.</summary>
    public IReadOnlyList<string> StudentNames { get; init; } = [];

    /// <summary>As in <see cref="TurnRequest"/>.</summary>
    public string? Pseudonym { get; init; }

    /// <inheritdoc cref="Pseudonym"/>
    public string? Payer { get; init; }
}

/// <summary>A note and where it comes from.</summary>
/// <param name="ByModel">A model wrote it; otherwise it is from rules.</param>
public sealed record GivenNote(CoachNote Note, bool ByModel);
