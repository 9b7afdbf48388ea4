namespace VirtualClient.Simulation.Client;

/// <summary>An open rupture: the turn it opened in and what caused it.</summary>
/// <param name="RepairedAt">The turn a repair was offered in; closes when the turn after it loses nothing.</param>
public sealed record Rupture(int Turn, string Cause, int? RepairedAt = null);

/// <summary>
/// The client's state after a turn: a small immutable value, stored with every message so that any turn can be branched from. Equal
/// inputs give equal states, bit for bit. Trust is the engine's bookkeeping, not a mark, and is never shown to students.
/// </summary>
public sealed record ClientState
{
    /// <summary>Trust in whole steps of 0.05: 20 (1.0) to 80 (4.0).</summary>
    public required int TrustSteps { get; init; }

    /// <summary>Trust, 1.00 to 4.00.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public decimal Trust => TrustSteps * 0.05m;

    /// <summary>Distress in tenths, 0 to 100 (0 to 10).</summary>
    public required int DistressTenths { get; init; }

    /// <summary>Engagement in hundredths, 0 to 100 (0 to 1).</summary>
    public required int EngagementHundredths { get; init; }

    public Rupture? Rupture { get; init; }

    /// <summary>Turn each fact opened in, by disclosure id.</summary>
    public IReadOnlyDictionary<string, int> Opened { get; init; } = new Dictionary<string, int>();

    /// <summary>Turn each closed fact was last approached in.</summary>
    public IReadOnlyDictionary<string, int> Approached { get; init; } = new Dictionary<string, int>();

    /// <summary>Student turns so far; the first is 1.</summary>
    public int Turn { get; init; }

    public required ulong Seed { get; init; }
}
