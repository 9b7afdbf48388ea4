using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>One turn of an ended conversation as it was held: what the client had said, what the student said, what it did, and the reply.</summary>
public sealed record HeldTurn
{
    /// <summary>Number of the student's turn in the conversation, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What the student said, as typed.</summary>
    public required string Said { get; init; }

    /// <summary>What the client had said just before.</summary>
    public required string Heard { get; init; }

    /// <summary>What the client said to it; empty when the meeting ended with this turn.</summary>
    public required string Reply { get; init; }

    public required TurnSignals Signals { get; init; }

    public required StateStep Step { get; init; }

    /// <summary>Change of trust in steps of 0.05; the engine's bookkeeping, never shown to students.</summary>
    internal int Change => Step.State.TrustSteps - Step.TrustStepsBefore;
}
