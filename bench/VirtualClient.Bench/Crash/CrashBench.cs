using System.Globalization;

namespace VirtualClient.Bench.Crash;

/// <summary>Prints what is left after many kills; 1 when anything was lost, doubled or miscounted.</summary>
internal static class CrashBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (CrashOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(CrashOptions.Usage);
            return 2;
        }

        var result = await CrashRun.RunAsync(options, Progress, CancellationToken.None);
        Print(options, result);
        return result.Findings.Good ? 0 : 1;
    }

    private static void Progress(int kill)
    {
        if (kill % 20 == 0)
        {
            Console.WriteLine($"  {kill} kills");
        }
    }

    private static void Print(CrashOptions options, CrashResult result)
    {
        var found = result.Findings;
        (string What, string Figure)[] rows =
        [
            ("kills", Number(result.Kills)),
            ("acknowledged messages", Number(found.Acknowledged)),
            ("lost", Number(found.Lost)),
            ("doubled", Number(found.Doubled)),
            ("conversations with gaps", Number(found.Gaps)),
            ("replies", Number(found.Replies)),
            ("of them interrupted", Number(found.Interrupted)),
            ("stuck", Number(found.Stuck)),
            ("ledger lines", Number(found.LedgerLines)),
            ("ledger lines that differ from the provider's report", Number(found.LedgerFaults)),
            ("calls whose server died before it could store them", Number(found.Unsettled)),
            ("still held back, US dollars", (found.Held / 1e9m).ToString("0.000000", CultureInfo.InvariantCulture)),
            ("slowest start to the first answer", Seconds(result.SlowestStart)),
            ("labels after the last start", Seconds(result.SlowestLabel)),
            ("in all", Seconds(result.Took)),
        ];
        Console.WriteLine($"crash, {(options.Postgres is null ? "SQLite" : "PostgreSQL")}, seed {options.Seed}");
        foreach (var (what, figure) in rows)
        {
            Console.WriteLine($"  {what, -54} {figure, 12}");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture);
}
