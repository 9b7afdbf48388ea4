using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>The rule by which facts open, written a second time from the design and not from the engine. Shared with the bench.</summary>
internal static class GateRule
{
    public static IEnumerable<string> Violations(Persona persona, ClientState before, StateStep step, List<TurnSignals> said)
    {
        var now = said[^1];
        var facts = step.Opening.Select(id => persona.Disclosures.Single(fact => fact.Id == id)).ToList();
        var lately = said.TakeLast(3).ToList();
        if (facts.Count(fact => fact.Risk is null && fact.Importance == Importance.Core) > 1)
        {
            yield return "two core facts";
        }

        if (facts.Count(fact => fact.Risk is null && fact.Importance != Importance.Core) > 1)
        {
            yield return "two other facts";
        }

        foreach (var fact in facts)
        {
            var volunteered = step.Volunteered == fact.Id;
            var core = fact.Importance == Importance.Core && fact.Risk is null;
            var shy = persona.Traits.Any(trait => trait is Trait.Withdrawn or Trait.Reserved);
            var level = core && shy ? Math.Min(3.5m, fact.Level + 0.5m) : fact.Level;
            var touched = lately.Any(turn => turn.Touched.Contains(fact.Id) || (fact.Risk is { } r && turn.AskedAbout.Contains(r)));
            var asked = fact.Risk is not { } risk || lately.Any(turn => turn.AskedAbout.Contains(risk));
            var broken =
                before.Opened.ContainsKey(fact.Id) ? "opened twice"
                : step.State.Rupture is not null ? "rupture"
                : step.State.Trust < level + (volunteered ? 0.5m : 0m) ? "trust"
                : !volunteered && !touched ? "untouched"
                : !fact.Requires.All(before.Opened.ContainsKey) ? "requires"
                : !asked ? "not asked"
                : volunteered && (core || fact.Risk is not null || fact.Pace == Pace.NotToday) ? "volunteered"
                : now.Words > 45 || now.Parroted ? "lost thread"
                : null;
            if (broken is not null)
            {
                yield return $"{fact.Id}: {broken}";
            }
        }
    }
}
