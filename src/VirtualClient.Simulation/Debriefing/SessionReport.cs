using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>
/// What a student gets when a conversation is over: computed from what was said and what it did, by rules and arithmetic alone, the same
/// every time. It describes one meeting with one invented person and is no grade. It holds closed facts, so it is made only after the
/// end; what of it a page may show is the page's matter. Thread-safe.
/// </summary>
public sealed record SessionReport
{
    public required IReadOnlyList<FactOutcome> Facts { get; init; }

    /// <summary>How open the client was before the first turn.</summary>
    public required OpennessBand StartBand { get; init; }

    /// <summary>How open the client was after each turn, and why.</summary>
    public required IReadOnlyList<OpennessTurn> Openness { get; init; }

    /// <summary>Which moves this person warms to, in a sentence; null when the persona names none.</summary>
    public required string? WarmsTo { get; init; }

    public required ListeningFigures Listening { get; init; }

    /// <summary>Duties expected in this kind of interview.</summary>
    public required IReadOnlyList<DutyOutcome> Duties { get; init; }

    /// <summary>Turns in which full secrecy was promised.</summary>
    public required IReadOnlyList<int> SecrecyPromised { get; init; }

    public required IReadOnlyList<RuptureOutcome> Ruptures { get; init; }

    /// <summary>Null when the client carried no risk and safety was not asked about.</summary>
    public required SafetyOutcome? Safety { get; init; }

    /// <summary>One thing to keep.</summary>
    public required KeptMoment Keep { get; init; }

    /// <summary>One thing to try.</summary>
    public required RetryMoment Try { get; init; }

    /// <summary>Up to three turns worth keeping, best first.</summary>
    public required IReadOnlyList<KeptMoment> Kept { get; init; }

    /// <summary>Up to three turns worth another try, the most telling first.</summary>
    public required IReadOnlyList<RetryMoment> Retries { get; init; }

    /// <summary>Computes the report of an ended conversation.</summary>
    /// <param name="persona">The client as the conversation kept it.</param>
    /// <param name="first">The client's state before the first turn.</param>
    /// <param name="opening">The client's first line.</param>
    /// <param name="turns">Every turn that was read, in order.</param>
    public static SessionReport Of(Persona persona, ClientState first, string opening, IReadOnlyList<HeldTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(turns);
        var name = PersonName.Short(persona.Name);
        var listening = ListeningFigures.Of(opening, turns);
        var duties = OpeningDuties.Of(persona, turns);
        var safety = SafetyOutcome.Of(persona, turns);
        var kept = Highlights.Kept(persona, name, turns);
        var retries = Highlights.Retries(persona, name, turns);
        return new SessionReport
        {
            Facts = FactOutcomes.Of(persona, name, turns),
            StartBand = Bands.Of(first.TrustSteps),
            Openness = [.. turns.Select(turn => OpennessTurn.Of(turn))],
            WarmsTo = MoveWords.WarmsTo(name, persona.BuildsTrust),
            Listening = listening,
            Duties = duties,
            SecrecyPromised = OpeningDuties.SecrecyPromised(turns),
            Ruptures = RuptureOutcome.Of(turns),
            Safety = safety,
            Keep = kept.Count > 0 ? kept[0] : OneThing.ToKeep(name, turns),
            Try = OneThing.ToTry(name, listening, duties, safety, retries),
            Kept = kept,
            Retries = retries,
        };
    }
}
