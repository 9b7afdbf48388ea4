using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>Facts learned, approached, for another day and not reached, each with what opened it or would have.</summary>
internal static class FactOutcomes
{
    public static IReadOnlyList<FactOutcome> Of(Persona persona, string name, IReadOnlyList<HeldTurn> turns) =>
        [.. persona.Disclosures.Select(fact => Of(fact, persona, name, turns)).OrderBy(outcome => outcome.Turn ?? int.MaxValue)];

    private static FactOutcome Of(Disclosure fact, Persona persona, string name, IReadOnlyList<HeldTurn> turns)
    {
        if (turns.FirstOrDefault(turn => turn.Step.Opening.Contains(fact.Id)) is { } told)
        {
            return new FactOutcome(fact.Id, fact.Title, fact.Fact, FactStanding.Learned, told.Number, How(fact, told), null);
        }

        var near = turns.LastOrDefault(turn => turn.Step.Approached.Contains(fact.Id));
        if (fact.Pace == Pace.NotToday)
        {
            return new FactOutcome(
                fact.Id,
                fact.Title,
                fact.Fact,
                FactStanding.NotToday,
                near?.Number,
                near is null ? "Left for another day." : $"It came near at turn {near.Number} and was not for today.",
                "Another meeting. A worker who leaves it alone today keeps the way to it open."
            );
        }

        var standing = near is null ? FactStanding.NotReached : FactStanding.Approached;
        var how = near is null ? "It did not come up." : Near(fact, near, persona);
        return new FactOutcome(fact.Id, fact.Title, fact.Fact, standing, near?.Number, how, WouldOpen(fact, persona, name, turns));
    }

    private static string How(Disclosure fact, HeldTurn told)
    {
        if (told.Step.Volunteered == fact.Id)
        {
            return $"Offered freely at turn {told.Number}.";
        }

        var best = told.Step.Moves.Where(move => move.Amount > 0m).MaxBy(move => move.Amount);
        return best is null ? $"Told at turn {told.Number}." : $"Told at turn {told.Number}, when you {InSentence(MoveWords.Of(best))}.";
    }

    /// <summary>Labels are written about the moment; "kept listening" follows "you" as it stands, a noun needs a verb.</summary>
    private static string InSentence(string words) =>
        words.StartsWith("advice", StringComparison.Ordinal) || words.StartsWith("a question", StringComparison.Ordinal)
            ? $"gave {words}"
            : words;

    private static string Near(Disclosure fact, HeldTurn near, Persona persona)
    {
        var came = $"You came near it at turn {near.Number}";
        return near.Step.State.Rupture is not null ? $"{came}, while something stood between you."
            : near.Step.Pressed ? $"{came}, and it was asked about again too soon."
            : near.Signals.Parroted ? $"{came}, in the client’s own words back."
            : near.Step.State.Trust < PersonaFactors.Level(persona, fact) ? $"{came}, before there was enough between you."
            : $"{came}.";
    }

    private static string WouldOpen(Disclosure fact, Persona persona, string name, IReadOnlyList<HeldTurn> turns)
    {
        var end = turns.Count == 0 ? null : turns[^1].Step.State;
        var needs = new List<string>();
        var first = fact
            .Requires.Where(id => end?.Opened.ContainsKey(id) != true)
            .Select(id => persona.Disclosures.FirstOrDefault(other => other.Id == id)?.Title)
            .FirstOrDefault(title => title is not null);
        if (first is not null)
        {
            needs.Add($"comes after “{first}”");
        }

        var level = PersonaFactors.Level(persona, fact);
        if (end is null || end.Trust < level)
        {
            needs.Add($"needs {name} to be {Word(Needed(level))}");
        }

        needs.Add(
            fact.Risk is not null ? "opens to a calm, direct question about safety"
            : fact.DirectQuestion ? "opens to a direct question that does not hold its answer"
            : "opens when the theme is touched and nothing is pressed"
        );
        var sentence = MoveWords.List(needs);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    /// <summary>A level just at the edge of a band is reached inside the next one.</summary>
    private static OpennessBand Needed(decimal level) => level >= StateConstants.HighBandAbove ? OpennessBand.Open : Bands.OfTrust(level);

    private static string Word(OpennessBand band) =>
        band switch
        {
            OpennessBand.Guarded => "a little less guarded",
            OpennessBand.Warming => "warming",
            _ => "open",
        };
}
