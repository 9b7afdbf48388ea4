using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Bench.Simulation.Written;

/// <summary>The same claims through the whole chain: typed words, analyzer, engine, built-in voice.</summary>
internal static class WrittenRows
{
    private static readonly Difficulty[] Difficulties = [Difficulty.Easy, Difficulty.Moderate, Difficulty.Hard];

    public static void Add(BarTable table, IReadOnlyList<BuiltInClient> clients, bool verbose)
    {
        // Templates cannot fit their words to each person as a student does, so good work is held to the mean over all clients.
        var skilled = Shares(clients, Students.Skilled);
        var means = Difficulties.Select(level => (Level: level, Mean: Mean(skilled, level))).ToList();
        table.Row(
            "written: skilled",
            "on average at least 90 %, hard 50 %",
            Means(skilled) + $"; lowest {skilled.MinBy(each => each.Share)}",
            means.All(each => each.Mean >= (each.Level == Difficulty.Hard ? 0.5m : 0.9m))
        );
        foreach (
            var (name, student, easy, other) in new (string, Func<WrittenSeat, string>, decimal, decimal)[]
            {
                ("written: closed", Students.ClosedOnly, 0.5m, 0.25m),
                ("written: advice", Students.AdviceGiver, 0.5m, 0.25m),
                ("written: confront", Students.Confronter, 0.5m, 0.25m),
                ("written: parrot", Students.Parrot, 0.35m, 0.35m),
            }
        )
        {
            var shares = Shares(clients, student);
            var missed = shares.Where(each => each.Share > (each.Level == Difficulty.Easy ? easy : other)).ToList();
            var misses = missed.Count == 0 ? "" : "; missed: " + string.Join("; ", missed);
            table.Row(name, $"each at most {other:P0}, easy {easy:P0}", Means(shares) + misses, missed.Count == 0);
        }

        Screener(table, clients, verbose);
    }

    private static List<(string Key, Difficulty Level, decimal Share)> Shares(
        IReadOnlyList<BuiltInClient> clients,
        Func<WrittenSeat, string> student
    ) =>
        [
            .. clients.SelectMany(client =>
                Difficulties.Select(level =>
                    (
                        client.Key,
                        level,
                        WrittenInterview.Hold(client.Persona with { Difficulty = level }, student, 1, ClientTrials.Turns).TodayShare
                    )
                )
            ),
        ];

    private static decimal Mean(List<(string Key, Difficulty Level, decimal Share)> shares, Difficulty level) =>
        shares.Where(each => each.Level == level).Average(each => each.Share);

    private static string Means(List<(string Key, Difficulty Level, decimal Share)> shares) =>
        string.Join(", ", Difficulties.Select(level => $"{Codes.Of(level)} {Mean(shares, level):P0}"));

    private static void Screener(BarTable table, IReadOnlyList<BuiltInClient> clients, bool verbose)
    {
        var missed = new List<string>();
        var held = 0;
        foreach (var client in clients.Where(client => client.Persona.Disclosures.Any(fact => fact.Risk is not null)))
        {
            var interview = WrittenInterview.Hold(client.Persona, Students.Screener, 1, 12);
            var closed = client
                .Persona.Disclosures.Where(fact => fact.Risk is not null && !interview.State.Opened.ContainsKey(fact.Id))
                .ToList();
            var change = interview.State.Trust - interview.Steps[Math.Min(3, interview.Steps.Count - 1)].State.Trust;
            held++;
            if (closed.Count > 0 || change < 0m)
            {
                missed.Add($"{client.Key} {closed.Count} closed, trust {change:+0.00;-0.00}");
            }

            if (verbose)
            {
                Console.WriteLine(client.Key);
                for (var i = 0; i < interview.Steps.Count; i++)
                {
                    var step = interview.Steps[i];
                    var read = interview.Read[i];
                    Console.WriteLine($"S: {interview.History[1 + (2 * i)].Text}");
                    Console.WriteLine(
                        $"   {string.Join(' ', read.Labels.Select(l => l.Code))} asked [{string.Join(' ', read.AskedAbout)}] touched [{string.Join(' ', read.Touched)}] {string.Join("; ", step.Moves.Select(m => $"{m.Reason} {m.Amount}"))} -> {step.State.Trust} {step.Stance} opens [{string.Join(' ', step.Opening)}]"
                    );
                    Console.WriteLine($"C: {interview.History[2 + (2 * i)].Text}");
                }
            }
        }

        table.Row(
            "written: screener",
            "every risk fact within 8 questions, trust no lower",
            missed.Count == 0 ? $"{held} of {held} hold" : string.Join("; ", missed),
            missed.Count == 0
        );
    }
}
