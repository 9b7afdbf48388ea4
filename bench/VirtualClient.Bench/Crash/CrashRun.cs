using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Bench.Load;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Bench.Crash;

/// <param name="SlowestStart">Longest time from the start of the process until it served again.</param>
/// <param name="SlowestLabel">After the last start: until no reply claimed any more that the dead server makes it.</param>
internal sealed record CrashResult(CrashFindings Findings, int Kills, TimeSpan Took, TimeSpan SlowestStart, TimeSpan SlowestLabel);

/// <summary>Kills the real server at random points while clients talk to it, and looks afterwards what is left. Loopback only, ends by itself.</summary>
internal static class CrashRun
{
    public static async Task<CrashResult> RunAsync(CrashOptions options, Action<int>? killed, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        // Everything has its end, whatever hangs.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2) + options.Kills * TimeSpan.FromSeconds(15));
        await using var stub = await StubProvider.StartAsync(
            new StubSettings
            {
                FirstText = TimeSpan.FromMilliseconds(30),
                PerPiece = TimeSpan.FromMilliseconds(6),
                Pieces = 24,
                Reply = _ => "I slept badly again. My sister called twice. The rent is due on Friday. I have not told her that.",
            },
            cancellationToken: limit.Token
        );
        await using var database = await CrashDatabase.CreateAsync(options.Postgres, limit.Token);
        using var server = new CrashServer(database.Connection, stub.OpenAiAddress);
        await server.MigrateAsync(limit.Token);
        await using (var db = database.Open())
        {
            await BenchPeople.AddAsync(db, options.Students, limit.Token);
        }

        var log = new CrashLog();
        var students = Enumerable
            .Range(0, options.Students)
            .Select(number => new CrashStudent(number, server.Address, log, options.Seed + number))
            .ToList();
        using var stop = new CancellationTokenSource();
        var talking = students.Select(student => student.RunAsync(stop.Token, limit.Token)).ToArray();
        try
        {
            var slowest = await KillAsync(options, server, talking, log, killed, limit.Token);
            server.Start();
            var last = await server.ReadyAsync(limit.Token);
            var label = await LabelledAsync(database, limit.Token);
            // However slow the machine is: everybody has said something by now.
            while (log.Count < options.Students && !Array.Exists(talking, t => t.IsFaulted))
            {
                await Task.Delay(50, limit.Token);
            }

            await stop.CancelAsync();
            await Task.WhenAll(talking);
            await LabelledAsync(database, limit.Token);
            await server.KillAsync();
            await using var db = database.Open();
            var findings = await CrashCheck.CompareAsync(db, log, stub.ReportedByRequest, limit.Token);
            return new CrashResult(findings, options.Kills, Stopwatch.GetElapsedTime(began), slowest > last ? slowest : last, label);
        }
        finally
        {
            await limit.CancelAsync();
            await server.KillAsync();
            students.ForEach(student => student.Dispose());
        }
    }

    private static async Task<TimeSpan> KillAsync(
        CrashOptions options,
        CrashServer server,
        Task[] talking,
        CrashLog log,
        Action<int>? killed,
        CancellationToken cancellationToken
    )
    {
        var random = new Random(options.Seed);
        var slowest = TimeSpan.Zero;
        for (var kill = 1; kill <= options.Kills; kill++)
        {
            server.Start();
            if (random.Next(12) == 0)
            {
                // Also while it starts, in the middle of what it does before it serves.
                await Task.Delay(random.Next(1_500), cancellationToken);
            }
            else
            {
                var ready = await server.ReadyAsync(cancellationToken);
                slowest = ready > slowest ? ready : slowest;
                // A machine under load gets time for some messages, so that there is something to lose; then any moment.
                var enough = log.Count + random.Next(2 * options.Students);
                for (var waits = 0; log.Count < enough && waits < 400; waits++)
                {
                    await Task.Delay(25, cancellationToken);
                }

                await Task.Delay(random.Next(400), cancellationToken);
            }

            await server.KillAsync();
            killed?.Invoke(kill);
            // A client that gave up is a finding of its own: it ends the run with what it met.
            if (Array.Find(talking, t => t.IsFaulted) is { } broken)
            {
                await broken;
            }
        }

        return slowest;
    }

    /// <summary>Waits until no reply is being made, except those the living server is at.</summary>
    private static async Task<TimeSpan> LabelledAsync(CrashDatabase database, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            await using var db = database.Open();
            var now = TimeProvider.System.GetUtcNow();
            var dead = await db.Set<Message>()
                .Where(m => m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Streaming)
                .AnyAsync(m => m.LeaseUntil < now, cancellationToken);
            if (!dead || Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(30))
            {
                return Stopwatch.GetElapsedTime(began);
            }

            await Task.Delay(100, cancellationToken);
        }
    }
}
