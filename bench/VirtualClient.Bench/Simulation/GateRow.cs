using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Tests.Turns;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Simulation;

/// <summary>10,000 random sequences of turns with the built-in clients: a fact opens only by its rule.</summary>
internal static class GateRow
{
    private const int Sequences = 10_000;
    private const int Turns = 14;

    public static void Add(BarTable table)
    {
        var people = BuiltInClients.All.Select(client => client.Persona).ToArray();
        var violations = 0;
        var opened = 0;
        Parallel.For(
            0,
            Sequences,
            sequence =>
            {
                var turns = new RandomTurns(sequence);
                var persona = turns.Person(people);
                var state = StateEngine.Start(persona, (ulong)sequence);
                var said = new List<TurnSignals>();
                for (var turn = 0; turn < Turns; turn++)
                {
                    said.Add(turns.Signals(persona));
                    var step = StateEngine.Next(persona, state, said[^1]);
                    Interlocked.Add(ref violations, GateRule.Violations(persona, state, step, said).Count());
                    Interlocked.Add(ref opened, step.Opening.Count);
                    state = step.State;
                }
            }
        );
        table.Row(
            "gates-hold",
            "0 violations in 10,000 sequences",
            $"{violations} violations, {opened} facts opened",
            violations == 0 && opened > 0
        );
    }
}
