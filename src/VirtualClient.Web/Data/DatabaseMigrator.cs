using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VirtualClient.Web.Data;

/// <summary>
/// Brings the database to this program's model. Two servers that start together are safe. EF's own lock on SQLite is a row that a
/// killed server leaves behind and the next would wait for; here the lock is a file the system lets go of with the process.
/// </summary>
public sealed class DatabaseMigrator(IDbContextFactory<AppDbContext> factory)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            // PostgreSQL: EF holds an exclusive lock on the history table inside the migration's transaction; a killed server drops it.
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        await using var held = await HoldFileAsync(db, cancellationToken);
        await ForgetOldLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
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
