using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>How the client carries the turn: stance, pulling back after depth, and the foothold a beginner is owed early on.</summary>
internal static class Manner
{
    public static (ClientState State, Stance Stance) Choose(
        TurnReading turn,
        ClientState after,
        IReadOnlyList<Disclosure> opening,
        bool discomfort,
        bool gained,
        bool lost,
        bool leaves
    )
    {
        var pullsBack = turn.Before.DeepRun >= StateConstants.DeepTurnsBeforePullingBack;
        var foothold = IsFootholdTurn(turn, after) && !leaves;
        var scene = new StanceScene(
            after.TrustSteps,
            gained,
            lost,
            after.Rupture is not null,
            opening.Count > 0,
            discomfort && opening.Count == 0,
            pullsBack,
            foothold,
            leaves
        );
        var stance = Stances.Choose(turn, scene);
        var deep = stance == Stance.OpensUp || opening.Any(fact => fact.Importance == Importance.Core || fact.Risk is not null);
        return (
            after with
            {
                Stances = [.. turn.Before.Stances.TakeLast(2), stance],
                DeepRun = pullsBack || !deep ? 0 : turn.Before.DeepRun + 1,
                PulledBackAt = pullsBack ? turn.Turn : turn.Before.PulledBackAt,
                FootholdAt = foothold ? turn.Turn : turn.Before.FootholdAt,
            },
            stance
        );
    }

    /// <summary>One of the first three replies gives something to take up; which one is drawn, the third at the latest.</summary>
    private static bool IsFootholdTurn(TurnReading turn, ClientState after)
    {
        if (turn.Before.FootholdAt is not null || turn.Turn > StateConstants.FootholdByTurn || after.Rupture is not null)
        {
            return false;
        }

        var draw = new Draw(turn.Before.Seed, turn.Turn, DrawFor.Foothold);
        return turn.Turn == StateConstants.FootholdByTurn || draw.Chance(StateConstants.FootholdPercent);
    }
}
