using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Servers;

/// <summary>
/// Every few seconds this server measures itself and writes down what it found, so that each server can show the health of all. A database that
/// is away is told of outside, see <see cref="OutageAlert"/>, and written down when it is back.
/// </summary>
internal sealed partial class Heartbeat(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    ReadRoutes routes,
    ReplyLine line,
    ProblemLog problems,
    OutageAlert outage,
    ServiceMeter meter,
    TimeProvider clock,
    ILogger<Heartbeat> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);
    private const long LittleDisk = 1L << 30;

    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private DateTimeOffset? awaySince;

    /// <summary>This server among the others.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Bytes free on the disk, or null where nobody can tell; a test has one that is full.</summary>
    internal Func<AppDbContext, long?> Disk { get; set; } = FreeDisk;

    public static string Version => typeof(Heartbeat).Assembly.GetName().Version?.ToString(3) ?? "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await BeatAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is being stopped.
        }

        await LeaveAsync();
    }

    /// <summary>Measures and writes once.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            var started = clock.GetTimestamp();
            var server = await db.Set<Server>().FirstOrDefaultAsync(s => s.Id == Id, cancellationToken);
            var answer = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 2);
            server ??= db.Add(NewRow()).Entity;
            var now = clock.GetUtcNow();
            await MeasureAsync(server, db, answer, now, cancellationToken);
            meter.Take(server);
            await gate.CommitAsync(
                db,
                async () =>
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await db.Set<Server>().Where(s => s.SeenAt < now - Forgotten).ExecuteDeleteAsync(cancellationToken);
                },
                cancellationToken
            );
            await ReportAsync(server, now, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The end of a worker: a server that cannot be measured still serves.
            awaySince ??= clock.GetUtcNow();
            LogAway(e);
            await outage.AwayAsync(ServerName, awaySince.Value, cancellationToken);
        }
    }

    private static string ServerName { get; } =
        Environment.MachineName is { Length: > Server.NameMax } name ? name[..Server.NameMax] : Environment.MachineName;

    private Server NewRow() =>
        new()
        {
            Id = Id,
            Name = ServerName,
            Version = Version,
            StartedAt = startedAt,
        };

    private async Task MeasureAsync(Server server, AppDbContext db, double answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        server.SeenAt = now;
        (server.RepliesLive, server.RepliesWaiting) = line.Now;
        server.DatabaseMs = answer;
        server.FreeDiskBytes = Disk(db);
        server.MemoryBytes = Environment.WorkingSet;
        server.Routes =
        [
            .. (await routes.AllAsync(cancellationToken)).Select(r => new ServerRoute(
                r.Name,
                r.Status,
                r.Circuit,
                r.Calls,
                r.FailureShare,
                r.InFlight,
                r.FirstTextMs,
                r.FirstTextSlowMs,
                r.LastError,
                r.LastErrorAt,
                r.LastErrorRequestId
            )),
        ];
    }

    /// <summary>Of the disk with the database file, or with the program where the database is elsewhere.</summary>
    internal static long? FreeDisk(AppDbContext db)
    {
        try
        {
            var folder = db.Database.IsSqlite()
                ? Path.GetDirectoryName(Path.GetFullPath(db.Database.GetDbConnection().DataSource))!
                : AppContext.BaseDirectory;
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task ReportAsync(Server server, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (awaySince is { } since)
        {
            awaySince = null;
            await problems.ReportAsync(
                OutageAlert.Code,
                OutageAlert.Source,
                Severity.Critical,
                $"The database did not answer for {Math.Max(1, (int)(now - since).TotalSeconds)} seconds.",
                $"server {server.Name}, from {since:u} to {now:u}",
                cancellationToken,
                // Whoever heard of it while it lasted need not hear of it again.
                outage.ToldAt >= since
                    ? outage.ToldAt
                    : null
            );
        }

        if (server.FreeDiskBytes < LittleDisk)
        {
            await problems.ReportAsync(
                "disk-low",
                server.Name,
                Severity.High,
                "Less than 1 GB is free on the disk.",
                $"{server.FreeDiskBytes / (1 << 20)} MB free",
                cancellationToken
            );
        }
    }

    private async Task LeaveAsync()
    {
        try
        {
            // The stop must not keep the row from going: a server that has left is not one that is silent.
            await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
            await gate.CommitAsync(
                db,
                () => db.Set<Server>().Where(s => s.Id == Id).ExecuteDeleteAsync(CancellationToken.None),
                CancellationToken.None
            );
        }
        catch (Exception e) when (e.IsTransient())
        {
            LogAway(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; this server measures itself again in a moment")]
    private partial void LogAway(Exception exception);
}
