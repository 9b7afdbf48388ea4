using VirtualClient.Bench.Simulation.Written;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Bench.Simulation;

/// <summary>
/// <c>bench simulation [--annomi FOLDER] [--verbose]</c>: tries every built-in client with the scripted interviewers and prints what has
/// to hold beside what came out. Exit code 1 when a bar is missed.
/// </summary>
internal static class SimulationBench
{
    public static int Run(string[] args)
    {
        var verbose = args.Contains("--verbose");
        var clients = BuiltInClients.All;
        var table = new BarTable();
        var results = clients.Select(client => (client.Key, Results: ClientTrials.All(client.Persona))).ToList();
        foreach (var claim in results.SelectMany(each => each.Results).GroupBy(result => result.Claim))
        {
            Add(
                table,
                claim.Key,
                [.. results.SelectMany(each => each.Results.Where(r => r.Claim == claim.Key).Select(r => (each.Key, r)))]
            );
        }

        GateRow.Add(table);
        RecipeRow.Add(table, clients, verbose);
        FairRow.Add(table, clients);
        SpeedRow.Add(table);
        DebriefRow.Add(table, clients);
        WrittenRows.Add(table, clients, verbose);
        KnownGroupsRow.Add(table, Option(args, "--annomi"));
        table.Print();
        if (verbose)
        {
            foreach (var (key, trials) in results)
            {
                Console.WriteLine();
                Console.WriteLine(key);
                foreach (var trial in trials)
                {
                    Console.WriteLine(
                        $"  {(trial.Holds ? "ok  " : "MISS")} {trial.Claim, -14} {trial.Setting, -60} {trial.Value, 6:0.00}  {trial.Bar}"
                    );
                }
            }
        }

        return table.Missed ? 1 : 0;
    }

    private static void Add(BarTable table, string claim, IReadOnlyList<(string Key, TrialResult Result)> trials)
    {
        var missed = trials.Where(trial => !trial.Result.Holds).ToList();
        var bars = string.Join(
            "; ",
            trials.Select(trial => trial.Result.Bar).Distinct().Where(bar => !bar.StartsWith("no sooner", StringComparison.Ordinal))
        );
        var found =
            missed.Count == 0
                ? $"{trials.Count} of {trials.Count} hold"
                : $"{missed.Count} of {trials.Count} missed: "
                    + string.Join("; ", missed.Take(6).Select(miss => $"{miss.Key} {miss.Result.Setting} {miss.Result.Value:0.00}"));
        table.Row(claim, bars, found, missed.Count == 0);
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
