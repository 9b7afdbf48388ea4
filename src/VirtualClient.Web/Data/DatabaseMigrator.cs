using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace VirtualClient.Web.Data;

/// <summary>
/// Brings the database to this program's model. Two servers that start together are safe. EF's own lock on SQLite is a row that a
/// killed server leaves behind and the next would wait for; here the lock is a file the system lets go of with the process.
/// </summary>
public sealed class DatabaseMigrator(IDbContextFactory<AppDbContext> factory)
{
    /// <summary>Names our lock among those of other programs in the same database.</summary>
    private const long LockNumber = 0x5643_4D49_4752;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            await MigratePostgresAsync(db, cancellationToken);
            return;
        }

        await using var held = await HoldFileAsync(db, cancellationToken);
        await ForgetOldLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// EF reads what is applied before it has the lock of the migration it applies, so a second server would apply the later ones again.
    /// One lock of our own is around all of it; it belongs to a connection, so that a killed server lets go of it.
    /// </summary>
    private async Task MigratePostgresAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        await CreateIfMissingAsync(db, cancellationToken);
        await using var keeper = await factory.CreateDbContextAsync(cancellationToken);
        keeper.Database.SetCommandTimeout(LongestWait);
        await keeper.Database.OpenConnectionAsync(cancellationToken);
        await keeper.Database.ExecuteSqlAsync($"select pg_advisory_lock({LockNumber})", cancellationToken);
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await keeper.Database.ExecuteSqlAsync($"select pg_advisory_unlock({LockNumber})", CancellationToken.None);
        }
    }

    private static async Task CreateIfMissingAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another server made it in the same moment.
        }
    }

    private static async Task<FileStream?> HoldFileAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (path is "" or ":memory:" || path.StartsWith("file:", StringComparison.Ordinal))
        {
            return null;
        }

        while (true)
        {
            try
            {
                return new FileStream(path + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private static async Task ForgetOldLockAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var history = ((IInfrastructure<IServiceProvider>)db.Database).Instance.GetService<IHistoryRepository>();
        if (history is not null && await history.ExistsAsync(cancellationToken))
        {
            await db.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
