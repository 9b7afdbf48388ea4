namespace VirtualClient.Simulation.Debriefing;

/// <summary>What became of one thing the client could tell.</summary>
public enum FactStanding
{
    Learned,

    /// <summary>The student came near it and it stayed closed.</summary>
    Approached,

    /// <summary>Belongs in another meeting, and was left or approached.</summary>
    NotToday,

    NotReached,
}

/// <summary>One fact with what opened it, or what would have.</summary>
/// <param name="Title">The theme; gives nothing away.</param>
/// <param name="Fact">What is true; closed unless learned, so a page shows it only where it may.</param>
/// <param name="Turn">Turn it was told in, or last approached in; null: neither.</param>
/// <param name="How">What opened it ("Told at turn 4, after a reflection"), or how near it was.</param>
/// <param name="WouldOpen">What opens it; null when learned.</param>
public sealed record FactOutcome(string Id, string Title, string Fact, FactStanding Standing, int? Turn, string How, string? WouldOpen);
