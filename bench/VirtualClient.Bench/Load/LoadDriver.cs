using System.Collections.Concurrent;
using System.Diagnostics;

namespace VirtualClient.Bench.Load;

/// <summary>A way to take one turn of one conversation.</summary>
internal interface ITurns
{
    Task<TurnTimes> TakeAsync(int conversation, int turn, CancellationToken cancellationToken);
}

/// <summary>Takes all turns of all conversations, each conversation one turn after the other, all conversations at once.</summary>
internal static class LoadDriver
{
    public static async Task<LoadFigures> RunAsync(
        string name,
        ITurns turns,
        ChildServer server,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        // Connections, compiled code: what a server that has run for a while has behind it.
        await TakeAllAsync(name, turns, options, 0, options.Warm, cancellationToken);
        using var self = Process.GetCurrentProcess();
        var cpuBefore = self.TotalProcessorTime + server.Cpu;
        var started = Stopwatch.GetTimestamp();
        var (times, errors) = await TakeAllAsync(name, turns, options, options.Warm, options.Turns, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        self.Refresh();
        return new LoadFigures(name, times, errors, elapsed, self.TotalProcessorTime + server.Cpu - cpuBefore, server.PeakMemory);
    }

    private static async Task<(TurnTimes[] Times, int Errors)> TakeAllAsync(
        string name,
        ITurns turns,
        LoadOptions options,
        int first,
        int count,
        CancellationToken cancellationToken
    )
    {
        var times = new ConcurrentBag<TurnTimes>();
        var errors = 0;
        await Task.WhenAll(Enumerable.Range(0, options.Conversations).Select(TalkAsync));
        return ([.. times], errors);

        async Task TalkAsync(int conversation)
        {
            for (var turn = first; turn < first + count; turn++)
            {
                try
                {
                    times.Add(await turns.TakeAsync(conversation, turn, cancellationToken));
                }
                catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
                {
                    if (Interlocked.Increment(ref errors) <= 3)
                    {
                        await Console.Error.WriteLineAsync($"{name}: {e.Message}");
                    }
                }

                await Task.Delay(options.Pause, cancellationToken);
            }
        }
    }
}
