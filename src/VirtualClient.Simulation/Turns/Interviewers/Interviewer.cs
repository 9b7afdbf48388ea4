using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>
/// A scripted way of interviewing, told in signals and not in words: what a beginner or an experienced worker would do turn by turn. Used
/// to check a client before students meet it. Deterministic and thread-safe.
/// </summary>
/// <param name="Key">Stable key ("closed-questions-only").</param>
/// <param name="Name">What a teacher reads ("Asks closed questions only").</param>
/// <param name="Says">The interviewer's next turn, as an analyzer would read it.</param>
public sealed record Interviewer(string Key, string Name, Func<Seat, TurnSignals> Says);

/// <summary>What the interviewer has in front of them when it is their turn.</summary>
/// <param name="Persona">The client.</param>
/// <param name="State">The client's state before the turn.</param>
/// <param name="Last">What the turn before did; null in the first.</param>
public sealed record Seat(Persona Persona, ClientState State, StateStep? Last)
{
    /// <summary>The turn to come; the first is 1.</summary>
    public int Turn => State.Turn + 1;

    /// <summary>The reply just before told something.</summary>
    public bool JustTold => Last is { Opening.Count: > 0 };
}
