namespace VirtualClient.Simulation.Debriefing;

/// <summary>A moment in which something came between the two, and whether it was put right.</summary>
/// <param name="Turn">Number of the turn it opened in.</param>
/// <param name="Cause">What it was about, in words for a student.</param>
/// <param name="RepairedTurn">Number of the turn it closed in; null: it stayed open.</param>
public sealed record RuptureOutcome(int Turn, string Cause, int? RepairedTurn)
{
    internal static IReadOnlyList<RuptureOutcome> Of(IReadOnlyList<HeldTurn> turns)
    {
        var found = new List<RuptureOutcome>();
        foreach (var turn in turns)
        {
            if (turn.Step.RuptureOpened)
            {
                found.Add(new RuptureOutcome(turn.Number, turn.Step.State.Rupture!.Cause, null));
            }
            else if (turn.Step.RuptureRepaired && found.Count > 0)
            {
                found[^1] = found[^1] with { RepairedTurn = turn.Number };
            }
        }

        return found;
    }
}
