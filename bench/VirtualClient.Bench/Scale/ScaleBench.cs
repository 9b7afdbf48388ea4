using System.Diagnostics;
using System.Globalization;

namespace VirtualClient.Bench.Scale;

/// <summary>
/// Loads many messages and times the product's queries, at a small size and at the full one in the same run, because what counts is how
/// much slower the large one is. Exit code 1 when a bar is missed.
/// </summary>
internal static class ScaleBench
{
    private const double MostSlower = 1.5;
    private const double LeastAppends = 0.6;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);

    public static async Task<int> RunAsync(string[] args)
    {
        if (ScaleOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(ScaleOptions.Usage);
            return 2;
        }

        using var limit = new CancellationTokenSource(Longest);
        await using var database = new ScaleDatabase(options.Postgres);
        var data = new ScaleData(database);
        var queries = new ScaleQueries(database, data);
        await data.BeginAsync(limit.Token);
        await data.GrowAsync(ScaleOptions.Small, limit.Token);
        var small = await queries.RunAsync(limit.Token);
        var smallAppends = await queries.AppendsPerSecondAsync(limit.Token);
        var started = Stopwatch.GetTimestamp();
        await data.GrowAsync(options.Messages, limit.Token);
        Say(
            $"{database.Name}: {data.Conversations:N0} conversations, {data.Conversations * ScaleData.PerConversation:N0} messages, loaded in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"
        );
        var large = await queries.RunAsync(limit.Token);
        var largeAppends = await queries.AppendsPerSecondAsync(limit.Token);
        return Print(small, large, largeAppends / smallAppends, smallAppends, largeAppends) ? 0 : 1;
    }

    private static bool Print(List<QueryTimes> small, List<QueryTimes> large, double kept, double smallAppends, double largeAppends)
    {
        Say($"");
        Say($"| query | p50 / p95 ms at {ScaleOptions.Small:N0} | p50 / p95 ms now | bar p95 | times slower (p50) | bar | |");
        Say($"|---|---:|---:|---:|---:|---:|---|");
        var all = true;
        foreach (var (before, now) in small.Zip(large))
        {
            var slower = now.P50 / before.P50;
            var holds = now.P95 <= now.BarMs && slower <= MostSlower;
            all &= holds;
            Say(
                $"| {now.Name} | {before.P50:0.00} / {before.P95:0.00} | {now.P50:0.00} / {now.P95:0.00} | {now.BarMs:0} | {slower:0.00} | {MostSlower} | {(holds ? "holds" : "MISSED")} |"
            );
        }

        var appends = kept >= LeastAppends;
        Say(
            $"| appends per second | {smallAppends:0} | {largeAppends:0} | | kept {kept:0.00} | {LeastAppends} | {(appends ? "holds" : "MISSED")} |"
        );
        return all && appends;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
