namespace VirtualClient.Simulation.Client;

/// <summary>An open rupture: the turn it opened in and what caused it.</summary>
/// <param name="RepairedAt">The turn a repair was offered in; closes when the turn after it loses nothing.</param>
public sealed record Rupture(int Turn, string Cause, int? RepairedAt = null);

/// <summary>A listening move the client remembers, so that repeating it stops earning.</summary>
/// <param name="Turn">Student turn it was made in.</param>
/// <param name="Move">Snake_case code of the label.</param>
/// <param name="Words">Fingerprint of the words that earned the label, 0 when they are not known. Not the words themselves.</param>
public readonly record struct RecentMove(int Turn, string Move, uint Words);

/// <summary>What a worker owes the client at the start; each earns once.</summary>
public enum OpeningDuty
{
    Introduction,
    Role,
    Limits,
    Purpose,
}

/// <summary>
/// The client's state after a turn: a small immutable value, stored with every message so that any turn can be branched from. Equal
/// inputs give equal states, bit for bit, and equality compares contents. Trust is the engine's bookkeeping, not a mark, and is never
/// shown to students. Thread-safe.
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

    /// <summary>Turn in which each fact that needs a direct question was last asked about directly.</summary>
    public IReadOnlyDictionary<string, int> Asked { get; init; } = new Dictionary<string, int>();

    /// <summary>Student turns so far; the first is 1.</summary>
    public int Turn { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The last three stances, oldest first.</summary>
    public IReadOnlyList<Stance> Stances { get; init; } = [];

    /// <summary>Listening moves of the last six turns, oldest first.</summary>
    public IReadOnlyList<RecentMove> RecentMoves { get; init; } = [];

    /// <summary>Closed questions in a row that did not follow up what was just said.</summary>
    public int ClosedRun { get; init; }

    /// <summary>Turns in a row that were an encourager and nothing else.</summary>
    public int EncouragerRun { get; init; }

    public int? LastSilence { get; init; }

    /// <summary>Turn of the last advice given without permission.</summary>
    public int? LastAdvice { get; init; }

    /// <summary>Opening duties that were met, in the order they were met in.</summary>
    public IReadOnlyList<OpeningDuty> Duties { get; init; } = [];

    /// <summary>The last turn gained, and with an anxious client the next loss weighs more.</summary>
    public bool Fragile { get; init; }

    /// <summary>Turn in which a duty to report was last named.</summary>
    public int? ReportNamed { get; init; }

    /// <summary>That naming gave the next step and the client's part in it, so the turn after it earns.</summary>
    public bool ReportExplained { get; init; }

    /// <summary>Boundary breaches so far; the second ends the meeting.</summary>
    public int Breaches { get; init; }

    /// <summary>Deep turns in a row: a core or risk fact was told, or the client opened up.</summary>
    public int DeepRun { get; init; }

    /// <summary>Turn in which the client last pulled back after two deep turns.</summary>
    public int? PulledBackAt { get; init; }

    /// <summary>Turn whose reply carries the foothold: a dozen words or more with something concrete to take up.</summary>
    public int? FootholdAt { get; init; }

    public bool Equals(ClientState? other) =>
        other is not null
        && TrustSteps == other.TrustSteps
        && DistressTenths == other.DistressTenths
        && EngagementHundredths == other.EngagementHundredths
        && Rupture == other.Rupture
        && Turn == other.Turn
        && Seed == other.Seed
        && ClosedRun == other.ClosedRun
        && EncouragerRun == other.EncouragerRun
        && LastSilence == other.LastSilence
        && LastAdvice == other.LastAdvice
        && Fragile == other.Fragile
        && ReportNamed == other.ReportNamed
        && ReportExplained == other.ReportExplained
        && Breaches == other.Breaches
        && DeepRun == other.DeepRun
        && PulledBackAt == other.PulledBackAt
        && FootholdAt == other.FootholdAt
        && Stances.SequenceEqual(other.Stances)
        && Duties.SequenceEqual(other.Duties)
        && RecentMoves.SequenceEqual(other.RecentMoves)
        && Same(Opened, other.Opened)
        && Same(Approached, other.Approached)
        && Same(Asked, other.Asked);

    public override int GetHashCode() =>
        HashCode.Combine(TrustSteps, DistressTenths, EngagementHundredths, Turn, Seed, Opened.Count, Approached.Count, Rupture);

    private static bool Same(IReadOnlyDictionary<string, int> a, IReadOnlyDictionary<string, int> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        foreach (var (id, turn) in a)
        {
            if (!b.TryGetValue(id, out var at) || at != turn)
            {
                return false;
            }
        }

        return true;
    }
}
