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
        // One turn each to warm up: connections, compiled code.
        await Task.WhenAll(Enumerable.Range(0, Math.Min(8, options.Conversations)).Select(c => turns.TakeAsync(c, 0, cancellationToken)));
        var times = new ConcurrentBag<TurnTimes>();
        var errors = 0;
        using var self = Process.GetCurrentProcess();
        var cpuBefore = self.TotalProcessorTime + server.Cpu;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, options.Conversations)
                .Select(async conversation =>
                {
                    for (var turn = 1; turn <= options.Turns; turn++)
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
                })
        );
        var elapsed = Stopwatch.GetElapsedTime(started);
        self.Refresh();
        return new LoadFigures(name, [.. times], errors, elapsed, self.TotalProcessorTime + server.Cpu - cpuBefore, server.PeakMemory);
    }
}
