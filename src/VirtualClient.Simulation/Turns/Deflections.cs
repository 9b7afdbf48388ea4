using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// What the client does instead of telling a closed fact that was touched: one deflection, not the one just used. A question that names a
/// topic is turned away there, and not where the words around it brushed against another.
/// </summary>
internal static class Deflections
{
    private const int RecentReplies = 8;

    public static IReadOnlyList<string> For(Persona persona, StateStep step, TurnSignals signals, TurnContext context)
    {
        if (signals.AskedTopics.Count == 0 && AsksOnlyLeave(signals))
        {
            return [];
        }

        var said = ClientWords.Recent(context, RecentReplies);
        var candidates = persona
            .Disclosures.Where(fact => step.Approached.Contains(fact.Id))
            .Where(fact => signals.AskedTopics.Count == 0 || signals.AskedTopics.Contains(fact.Id))
            .OrderByDescending(fact => fact.Discomfort)
            .ThenBy(fact => fact.Level)
            .Select(fact => fact.Deflection)
            .Where(deflection => !string.IsNullOrWhiteSpace(deflection))
            .ToList();
        var fresh = candidates.Find(deflection => !ClientWords.Contains(said, deflection));
        return fresh is null ? [] : [fresh];
    }

    private static bool AsksOnlyLeave(TurnSignals signals) =>
        signals.Has(LabelCode.Permission) && !signals.Has(LabelCode.OpenQuestion) && !signals.Has(LabelCode.ClosedQuestion);
}
