using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace VirtualClient.Web.Data;

/// <summary>
/// SQLite has one writer at a time and lets the others sleep and poll; waiting in a fair line in memory is far cheaper. On PostgreSQL
/// the gate is open.
/// </summary>
public sealed class WriteGate(IDbContextFactory<AppDbContext> factory) : IDisposable
{
    private readonly SemaphoreSlim line = new(1, 1);
    private readonly SharedCommit shared = new(factory);

    /// <summary>Runs <paramref name="work"/> in one transaction and commits. Nothing may be acknowledged before this returns.</summary>
    public async Task<T> CommitAsync<T>(AppDbContext db, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var oneWriter = db.Database.IsSqlite();
        if (oneWriter)
        {
            await line.WaitAsync(cancellationToken);
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await work();
            // From here on the caller going away must not undo what was written.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            if (oneWriter)
            {
                line.Release();
            }
        }
    }

    public Task CommitAsync(AppDbContext db, Func<Task> work, CancellationToken cancellationToken) =>
        CommitAsync(
            db,
            async () =>
            {
                await work();
                return true;
            },
            cancellationToken
        );

    /// <summary>
    /// Runs short work in a transaction that it may share: on SQLite those who have come while another transaction ran go together and wait for
    /// one commit. What fails for one of them is undone for that one alone. Nothing here is cancelled half way.
    /// </summary>
    /// <param name="work">Gets a context; reads and writes with it and keeps nothing of it.</param>
    public async Task<T> CommitSharedAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        if (!shared.IsPossible)
        {
            await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
            return await CommitAsync(db, () => work(db), CancellationToken.None);
        }

        var mine = shared.Join(work);
        await line.WaitAsync(CancellationToken.None);
        try
        {
            // Whoever is first in line does the work of all who wait.
            while (!mine.Task.IsCompleted)
            {
                await shared.CommitNextAsync();
            }
        }
        finally
        {
            line.Release();
        }

        return await mine.Task;
    }

    /// <summary>Saves the tracked changes in one transaction.</summary>
    public Task SaveAsync(AppDbContext db, CancellationToken cancellationToken) =>
        CommitAsync(db, () => db.SaveChangesAsync(cancellationToken), cancellationToken);

    public void Dispose() => line.Dispose();
}

public static class DatabaseErrors
{
    /// <summary>Two writers met at a unique index: SQLite 2067 and 1555, PostgreSQL 23505.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception) =>
        exception.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };

    /// <summary>A row of another table names this one: SQLite 787 and 1811, PostgreSQL 23001 and 23503.</summary>
    public static bool IsHeld(this DbUpdateException exception) =>
        exception.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 787 or 1811,
            PostgresException postgres => postgres.SqlState
                is PostgresErrorCodes.ForeignKeyViolation
                    or PostgresErrorCodes.RestrictViolation,
            _ => false,
        };

    /// <summary>
    /// The database is away, read-only, full or in use for the moment, not the request wrong. SQLite: busy 5, locked 6, read-only 8, I/O 10, full
    /// 13, cannot open 14; PostgreSQL: no connection, being shut down, read-only, full. EF may have wrapped it.
    /// </summary>
    public static bool IsTransient(this Exception exception) =>
        exception switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14,
            PostgresException postgres => postgres.IsTransient
                || postgres.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull
                || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal),
            NpgsqlException => true,
            DbException other => other.IsTransient,
            DbUpdateException or InvalidOperationException => exception.InnerException?.IsTransient() == true,
            _ => false,
        };
}
