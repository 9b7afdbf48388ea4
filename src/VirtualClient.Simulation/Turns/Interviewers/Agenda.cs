using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>Which topics come up in which turn: the same for every interviewer, so that only how they ask differs.</summary>
internal static class Agenda
{
    /// <summary>Today's facts, in the order in which they come round.</summary>
    public static IReadOnlyList<Disclosure> Today(Persona persona) => [.. persona.Disclosures.Where(fact => fact.Pace == Pace.Today)];

    /// <summary>The fact whose topic this turn is about, or null for a client without facts.</summary>
    public static Disclosure? At(Persona persona, int turn)
    {
        var today = Today(persona);
        return today.Count == 0 ? null : today[(turn - 1) % today.Count];
    }

    /// <summary>The fact and all that share a topic with it, as words spoken would touch them.</summary>
    public static IReadOnlySet<string> Touching(Persona persona, Disclosure? fact) =>
        fact is null
            ? new HashSet<string>()
            : persona
                .Disclosures.Where(other => other.Id == fact.Id || other.Topics.Intersect(fact.Topics).Any())
                .Select(other => other.Id)
                .ToHashSet();

    public static IReadOnlySet<string> Touching(Seat seat) => Touching(seat.Persona, At(seat.Persona, seat.Turn));
}
