namespace VirtualClient.Bench.Analyzer;

/// <summary>
/// The analyzer's yardstick: agreement with coded transcripts (never part of the product; a folder on the command line), agreement with
/// our own gold turns, and speed. Ends with 1 when a bar is missed.
/// </summary>
internal static class AnalyzerBench
{
    public static int Run(string[] args)
    {
        var results = new List<Result>();
        if (Option(args, "--annomi") is { } annomi)
        {
            results.AddRange(AnnoMi.Measure(Path.Combine(annomi, "dev.csv"), Option(args, "--errors")));
        }
        else
        {
            Console.WriteLine("AnnoMI rows skipped: give the folder of dev.csv with --annomi.");
        }

        var gold = Option(args, "--gold") ?? GoldFiles.DefaultFolder();
        results.AddRange(GoldFiles.Measure(gold, Option(args, "--errors")));
        results.AddRange(Fairness.Measure(gold));
        results.Add(Speed.Measure());
        Print(results);
        return results.Exists(result => result.Missed) ? 1 : 0;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static void Print(List<Result> results)
    {
        Console.WriteLine();
        Console.WriteLine($"{"measure", -58} {"bar", 10} {"result", 10}");
        foreach (var result in results)
        {
            var bar = result.Bar is { } value ? $"{(result.LowerIsBetter ? "<=" : ">=")} {value:0.00}" : "";
            Console.WriteLine($"{result.Name, -58} {bar, 10} {result.Value, 10:0.000}{(result.Missed ? "  MISSED" : "")}");
        }
    }
}

/// <summary>One row of the table: a figure and, where there is one, its bar.</summary>
internal sealed record Result(string Name, double Value, double? Bar = null, bool LowerIsBetter = false)
{
    public bool Missed => Bar is { } bar && (LowerIsBetter ? Value > bar : Value < bar);
}
