using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>How clearly safety was asked about.</summary>
public enum SafetyClarity
{
    NotAsked,

    /// <summary>Only in a question that held its answer.</summary>
    Leading,

    /// <summary>Directly, but not about what this client carried.</summary>
    Beside,
    Direct,
}

/// <summary>Whether safety was asked about, and how clearly. Names no danger: what the client carried may still be closed.</summary>
/// <param name="CarriedRisk">The client carried a risk.</param>
/// <param name="AskedTurns">Turns with a direct question.</param>
/// <param name="LeadingTurns">Turns with a question about safety that held its answer.</param>
/// <param name="Told">The client told something of it.</param>
public sealed record SafetyOutcome(
    bool CarriedRisk,
    SafetyClarity Clarity,
    IReadOnlyList<int> AskedTurns,
    IReadOnlyList<int> LeadingTurns,
    bool Told
)
{
    internal static SafetyOutcome? Of(Persona persona, IReadOnlyList<HeldTurn> turns)
    {
        var risks = persona.Disclosures.Where(fact => fact.Risk is not null).ToList();
        var asking = turns.Where(turn => turn.Signals.AskedAbout.Count > 0 || turn.Signals.Has(LabelCode.SafetyQuestion)).ToList();
        if (risks.Count == 0 && asking.Count == 0)
        {
            return null;
        }

        var leading = asking.Where(turn => turn.Signals.Has(LabelCode.LeadingQuestion)).ToList();
        var direct = asking.Except(leading).ToList();
        var carried = risks.Select(fact => fact.Risk!.Value).ToHashSet();
        var met = risks.Count == 0 || direct.Any(turn => turn.Signals.AskedAbout.Overlaps(carried));
        var ids = risks.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        return new SafetyOutcome(
            risks.Count > 0,
            direct.Count > 0
                ? met
                    ? SafetyClarity.Direct
                    : SafetyClarity.Beside
                : leading.Count > 0
                    ? SafetyClarity.Leading
                    : SafetyClarity.NotAsked,
            [.. direct.Select(turn => turn.Number)],
            [.. leading.Select(turn => turn.Number)],
            turns.Any(turn => turn.Step.Opening.Any(ids.Contains))
        );
    }
}
