using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace VirtualClient.Web.Data;

/// <summary>
/// Brings the database to this program's model. Two servers that start together are safe. EF's own lock on SQLite is a row that a
/// killed server leaves behind and the next would wait for; ours is <see cref="StartLock"/>.
/// </summary>
public sealed class DatabaseMigrator(IDbContextFactory<AppDbContext> factory, StartLock alone)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            await CreateIfMissingAsync(db, cancellationToken);
        }

        // EF reads what is applied before it has the lock of the migration it applies, so a second server would apply the later ones again.
        await using var held = await alone.HoldAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            await ForgetOldLockAsync(db, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
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

    private static async Task ForgetOldLockAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var history = ((IInfrastructure<IServiceProvider>)db.Database).Instance.GetService<IHistoryRepository>();
        if (history is not null && await history.ExistsAsync(cancellationToken))
        {
            await db.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
