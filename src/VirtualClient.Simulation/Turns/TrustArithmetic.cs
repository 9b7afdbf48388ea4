using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>From a turn's moves to whole steps of trust, in the one order that counts: moves, base limit, factors, near-top, limit, rounding.</summary>
internal static class TrustArithmetic
{
    /// <summary>Sum of the moves inside the base limit; its sign is the sign of the change.</summary>
    public static decimal Base(TurnReading turn, IReadOnlyList<TrustMove> moves)
    {
        var lowest = turn.Signals.Has(LabelCode.BoundaryBreach) ? StateConstants.BreachLossLimit : StateConstants.LossLimit;
        return Math.Clamp(moves.Sum(move => move.Amount), -lowest, StateConstants.GainLimitBefore);
    }

    /// <summary>Change of trust in steps of 0.05, inside the scale.</summary>
    public static int Steps(TurnReading turn, IReadOnlyList<TrustMove> moves)
    {
        var sum = Base(turn, moves);
        var change = sum switch
        {
            > 0m => Gained(turn, moves, sum),
            < 0m => Lost(turn, moves, sum),
            _ => 0m,
        };
        var steps = (int)Math.Round(change / StateConstants.Step, MidpointRounding.AwayFromZero);
        if (sum > 0m)
        {
            steps = Math.Max(1, steps);
        }

        return Math.Clamp(turn.Before.TrustSteps + steps, StateConstants.LowestTrustSteps, StateConstants.HighestTrustSteps)
            - turn.Before.TrustSteps;
    }

    private static decimal Gained(TurnReading turn, IReadOnlyList<TrustMove> moves, decimal sum)
    {
        var gains = moves.Where(move => move.Amount > 0m).ToList();
        var change = sum * PersonaFactors.Gain(turn.Persona) * PersonaFactors.Builders(turn.Persona, turn.Signals, gains);
        if (turn.Before.Rupture is { RepairedAt: null } && !turn.Signals.Has(LabelCode.Repair))
        {
            change *= StateConstants.RuptureGain;
        }

        change *= Math.Min(1m, (StateConstants.HighestTrust - turn.Before.Trust) / StateConstants.NearTopSpan);
        return Math.Min(change, StateConstants.GainLimitAfter);
    }

    private static decimal Lost(TurnReading turn, IReadOnlyList<TrustMove> moves, decimal sum)
    {
        var change = -sum * PersonaFactors.Loss(turn.Persona, turn.Before.Fragile);
        var limit =
            turn.Signals.Has(LabelCode.BoundaryBreach) ? StateConstants.BreachLossLimit
            : moves.Where(move => move.Amount < 0m).All(Losses.IsDutyCost) ? StateConstants.DutyCostLimit
            : StateConstants.LossLimit;
        return -Math.Min(change, limit);
    }
}
