using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// What the client has decided to say; the voice only puts it into words. Holds nothing that is closed: neither facts nor own words of
/// a closed disclosure, only its deflection.
/// </summary>
public sealed record ReplyPlan
{
    public required Stance Stance { get; init; }

    public required LengthBand Length { get; init; }

    public required Affect Affect { get; init; }

    /// <summary>A non-verbal cue without asterisks, or null.</summary>
    public string? Cue { get; init; }

    /// <summary>Facts that open with this reply, in the order to say them; the reply says the first own words of each.</summary>
    public IReadOnlyList<Disclosure> Opening { get; init; } = [];

    /// <summary>Facts opened earlier; may be spoken of again.</summary>
    public IReadOnlyList<Disclosure> Known { get; init; } = [];

    /// <summary>Deflections of closed topics touched in this turn.</summary>
    public IReadOnlyList<string> Deflections { get; init; } = [];

    /// <summary>The student came back with a question to what was turned away.</summary>
    public bool Pressed { get; init; }

    /// <summary>Partial answers to direct safety questions whose facts are still closed; said instead of any denial.</summary>
    public IReadOnlyList<string> PartialAnswers { get; init; } = [];

    /// <summary>Truthful clean answers to direct safety questions ("No. I never thought about that.").</summary>
    public IReadOnlyList<string> CleanAnswers { get; init; } = [];

    /// <summary>What was plainly asked, and the answer when it is a plain fact of the persona.</summary>
    public PlainAsk Ask { get; init; }

    public string? PlainAnswer { get; init; }

    /// <summary>A question of the client's own to ask now, or null.</summary>
    public string? OwnQuestion { get; init; }

    /// <summary>A detail or feeling to offer without being asked (the foothold), taken from what is not gated, or null.</summary>
    public string? Foothold { get; init; }

    /// <summary>What to avoid in this reply, plain words for a model ("do not thank the worker").</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    /// <summary>The client ends the meeting with this reply and says why.</summary>
    public bool Leaves { get; init; }

    /// <summary>Why the plan is as it is, in one line a teacher can read.</summary>
    public required string Why { get; init; }

    /// <summary>Words the student used that a reply may name ("the rent", "your daughter"), most telling first.</summary>
    public IReadOnlyList<string> Echoes { get; init; } = [];

    /// <summary>Seed for the voice's own choices in this reply; same seed, same words.</summary>
    public required ulong VoiceSeed { get; init; }
}
