using System.Data.Common;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Monitoring.Servers;

namespace VirtualClient.Web.Features.Monitoring;

/// <param name="Status">healthy or unavailable.</param>
/// <param name="Kind">sqlite or postgres.</param>
/// <param name="AnswerMs">Milliseconds that one small question took, just now.</param>
public sealed record DatabaseView(string Status, string Kind, double? AnswerMs)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SizeBytes { get; init; }

    /// <summary>Of the disk with the database file, or with the program where the database is elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FreeDiskBytes { get; init; }

    /// <summary>The newest migration that is applied.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Migration { get; init; }

    /// <summary>Migrations that this program has and the database has not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MigrationsMissing { get; init; }

    /// <summary>When the newest file in the folder of backups was written; null: no folder is set, or it is empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastBackupAt { get; init; }
}

/// <summary>Asks the database how it is. Waits three seconds and no longer.</summary>
internal sealed class DatabaseProbe(IDbContextFactory<AppDbContext> factory, IOptions<MonitoringOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>One small question.</summary>
    public Task<DatabaseView> AskAsync(CancellationToken cancellationToken) =>
        TryAsync((_, view, _) => Task.FromResult(view), cancellationToken);

    /// <summary>With its size, its migrations, the disk and the last backup.</summary>
    public Task<DatabaseView> MeasureAsync(CancellationToken cancellationToken) => TryAsync(MeasureAsync, cancellationToken);

    private async Task<DatabaseView> TryAsync(
        Func<AppDbContext, DatabaseView, CancellationToken, Task<DatabaseView>> more,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var kind = db.Database.IsSqlite() ? "sqlite" : "postgres";
        var started = clock.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await db.Database.ExecuteSqlRawAsync("select 1", patience.Token);
            var answer = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 2);
            return await more(db, new DatabaseView("healthy", kind, answer), patience.Token);
        }
        catch (Exception e)
            when (e is DbException or InvalidOperationException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return new DatabaseView("unavailable", kind, null);
        }
    }

    private async Task<DatabaseView> MeasureAsync(AppDbContext db, DatabaseView view, CancellationToken cancellationToken)
    {
        var size = db.Database.IsSqlite()
            ? "select page_count * page_size as \"Value\" from pragma_page_count(), pragma_page_size()"
            : "select pg_database_size(current_database()) as \"Value\"";
        var bytes = await db.Database.SqlQueryRaw<long>(size).ToListAsync(cancellationToken);
        var applied = await db
            .Database.SqlQueryRaw<string>("select \"MigrationId\" as \"Value\" from \"__EFMigrationsHistory\"")
            .ToListAsync(cancellationToken);
        return view with
        {
            SizeBytes = bytes[0],
            FreeDiskBytes = Heartbeat.FreeDisk(db),
            Migration = applied.Max(StringComparer.Ordinal),
            MigrationsMissing = db.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Count(),
            LastBackupAt = LastBackup(),
        };
    }

    private DateTimeOffset? LastBackup()
    {
        if (options.Value.BackupFolder is not { Length: > 0 } folder)
        {
            return null;
        }

        try
        {
            return new DirectoryInfo(folder)
                .EnumerateFiles()
                .Select(file => (DateTimeOffset?)new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero))
                .Max();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
