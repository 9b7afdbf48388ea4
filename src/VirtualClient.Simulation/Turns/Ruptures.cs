using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>How a rupture opens, is repaired and closes.</summary>
internal static class Ruptures
{
    /// <summary>The rupture after the turn, whether the turn opened one and whether it closed one.</summary>
    public static (Rupture? After, bool Opened, bool Repaired) After(TurnReading turn, IReadOnlyList<TrustMove> moves)
    {
        // A duty never opens a rupture, however much else the turn costs.
        var cost = -moves.Where(move => move.Amount < 0m && !Losses.IsDutyCost(move)).Sum(move => move.Amount);
        var open = turn.Before.Rupture;
        if (cost >= StateConstants.RuptureAt)
        {
            var cause = moves.Where(move => !Losses.IsDutyCost(move)).MinBy(move => move.Amount)!.Reason;
            return (new Rupture(open?.Turn ?? turn.Turn, cause), open is null, false);
        }

        if (open is null)
        {
            return (null, false, false);
        }

        if (open.RepairedAt == turn.Before.Turn && cost == 0m)
        {
            return (null, false, true);
        }

        var offered = turn.Signals.Has(LabelCode.Repair) && cost == 0m;
        return (open with { RepairedAt = offered ? turn.Turn : null }, false, false);
    }

    public static bool Leaves(Persona persona, int turn, int trustSteps, Rupture? rupture) =>
        (persona.MayLeave ?? persona.Difficulty == Difficulty.Hard)
        && trustSteps == StateConstants.LowestTrustSteps
        && rupture is { RepairedAt: null }
        && turn - rupture.Turn >= StateConstants.LeavesAfterTurns;
}
