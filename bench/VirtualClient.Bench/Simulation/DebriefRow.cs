using System.Diagnostics;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Simulation;

/// <summary>The debrief of the longest conversation there can be, 200 turns, for every client: under 200 ms each.</summary>
internal static class DebriefRow
{
    private const int Turns = 200;
    private const double MostMs = 200;

    private static readonly string[] Said =
    [
        "How has this week been for you?",
        "It sounds like that has been a lot to carry on your own.",
        "You should talk to somebody about that.",
        "Did you sleep last night?",
        "I'm sorry, I moved too fast there. What would help most right now?",
    ];

    public static void Add(BarTable table, IReadOnlyList<BuiltInClient> clients)
    {
        var slowest = clients.Select(client => Measure(client.Persona)).Max();
        table.Row("debrief", $"of {Turns} turns, slowest client under {MostMs:0} ms", $"{slowest:0.0} ms", slowest < MostMs);
    }

    private static double Measure(Persona persona)
    {
        var first = StateEngine.Start(persona, 1);
        var opening = persona.OpeningLine ?? "Hello.";
        var turns = Hold(persona, first, opening);
        SessionReport.Of(persona, first, opening, turns);
        var watch = Stopwatch.StartNew();
        SessionReport.Of(persona, first, opening, turns);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static List<HeldTurn> Hold(Persona persona, ClientState state, string opening)
    {
        var turns = new List<HeldTurn>();
        var history = new List<Utterance> { new(Speaker.Client, opening) };
        for (var number = 1; number <= Turns; number++)
        {
            var said = Said[number % Said.Length];
            var signals = TurnAnalyzer.Analyze(said, new TurnContext { Persona = persona, History = history });
            var step = StateEngine.Next(persona, state, signals);
            var words = persona.Disclosures[number % persona.Disclosures.Count].OwnWords[0];
            turns.Add(
                new HeldTurn
                {
                    Number = number,
                    Said = said,
                    Heard = history[^1].Text,
                    Reply = words,
                    Signals = signals,
                    Step = step,
                }
            );
            history.Add(new Utterance(Speaker.Student, said));
            history.Add(new Utterance(Speaker.Client, words));
            state = step.State;
        }

        return turns;
    }
}
