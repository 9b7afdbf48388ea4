using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Bench.Simulation;

/// <summary>Turns in which the skilled interviewer reaches trust 3.5 with a client of no special traits: about 10, 14 and 25.</summary>
internal static class SpeedRow
{
    private static readonly (Difficulty Difficulty, int About)[] Wanted =
    [
        (Difficulty.Easy, 10),
        (Difficulty.Moderate, 14),
        (Difficulty.Hard, 25),
    ];

    public static void Add(BarTable table)
    {
        var plain = BuiltInClients.All[0].Persona with { Traits = [Trait.Optimistic], BuildsTrust = new(), Disclosures = [] };
        var turns = Wanted
            .Select(each =>
                TrialInterview.Hold(plain with { Difficulty = each.Difficulty }, Interviewers.Skilled, 1, 60).TurnsToTrust(3.5m) ?? 60
            )
            .ToList();
        var near = Wanted.Zip(turns).All(each => Math.Abs(each.First.About - each.Second) <= Math.Max(1, each.First.About / 6));
        table.Row("speed", "skilled reaches 3.5 in about 10, 14 and 25 turns", string.Join(", ", turns), near);
    }
}
