using System.Globalization;

namespace VirtualClient.Bench.Load;

/// <summary>When one turn got its first text and its end, after it was sent.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TurnTimes(TimeSpan First, TimeSpan Whole);

/// <summary>What a run came to.</summary>
internal sealed record LoadFigures(
    string Name,
    IReadOnlyList<TurnTimes> Turns,
    int Errors,
    TimeSpan Elapsed,
    TimeSpan Cpu,
    long PeakMemoryBytes
)
{
    public double TurnsPerSecond => Turns.Count / Elapsed.TotalSeconds;

    /// <summary>Turns for each second that one core was busy, all processes together.</summary>
    public double TurnsPerCoreSecond => Turns.Count / Cpu.TotalSeconds;

    public static void Print(LoadOptions options, IReadOnlyList<LoadFigures> rows)
    {
        var stubFirst = options.FirstText;
        var stubWhole = options.FirstText + options.PerPiece * (options.Pieces - 1);
        Console.WriteLine(
            $"{options.Conversations} conversations, {options.Turns} turns each; stub: first text after {stubFirst.TotalMilliseconds} ms, "
                + $"{options.Pieces} pieces every {options.PerPiece.TotalMilliseconds} ms; {Environment.ProcessorCount} cores"
        );
        Console.WriteLine();
        Console.WriteLine(
            "| | turns/s | turns/core-s | added first text p50/p95/p99 ms | added in all p50/p95/p99 ms | CPU ms/turn | RSS MB | errors |"
        );
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var row in rows)
        {
            var first = row.Turns.Select(t => (t.First - stubFirst).TotalMilliseconds).Order().ToArray();
            var whole = row.Turns.Select(t => (t.Whole - stubWhole).TotalMilliseconds).Order().ToArray();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {row.Name} | {row.TurnsPerSecond:0.0} | {row.TurnsPerCoreSecond:0.0} | {Three(first)} | {Three(whole)} | "
                        + $"{row.Cpu.TotalMilliseconds / Math.Max(1, row.Turns.Count):0.00} | {row.PeakMemoryBytes / 1e6:0} | {row.Errors} |"
                )
            );
        }

        if (rows.Count == 2)
        {
            Console.WriteLine();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"turns per core-second against the bare relay: {rows[1].TurnsPerCoreSecond / rows[0].TurnsPerCoreSecond:0.000}"
                )
            );
        }
    }

    private static string Three(double[] sorted) =>
        sorted.Length == 0
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{At(sorted, .5):0.0} / {At(sorted, .95):0.0} / {At(sorted, .99):0.0}");

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
