using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>One reason a turn moved trust: the label or rule, and by how much before factors and limits, in points of trust.</summary>
public sealed record TrustMove(string Reason, LabelCode? Label, decimal Amount);

/// <summary>What one turn did to the client: the state after it and why.</summary>
public sealed record StateStep
{
    public required ClientState State { get; init; }

    /// <summary>Trust before the turn, in steps of 0.05.</summary>
    public required int TrustStepsBefore { get; init; }

    public IReadOnlyList<TrustMove> Moves { get; init; } = [];

    /// <summary>Ids of facts that open in this turn, in the order they are said.</summary>
    public IReadOnlyList<string> Opening { get; init; } = [];

    /// <summary>Ids of facts touched and still closed.</summary>
    public IReadOnlyList<string> Approached { get; init; } = [];

    /// <summary>Id of the fact the client volunteers, one of <see cref="Opening"/>, or null.</summary>
    public string? Volunteered { get; init; }

    /// <summary>How the client meets this turn; also the last of the state's stances.</summary>
    public Stance Stance { get; init; }

    /// <summary>The turn pressed a closed or not-today topic again.</summary>
    public bool Pressed { get; init; }

    public bool RuptureOpened { get; init; }

    public bool RuptureRepaired { get; init; }

    /// <summary>The client ends the meeting now ("may leave").</summary>
    public bool ClientLeaves { get; init; }

    /// <summary>A second boundary breach: the platform ends the meeting with a neutral sentence.</summary>
    public bool EndsForBreach { get; init; }
}
