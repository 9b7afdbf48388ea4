using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VirtualClient.Web.Data;

/// <summary>
/// What every SQLite connection runs with: readers beside the writer (WAL), foreign keys held, and every commit on disk before it is
/// acknowledged (synchronous FULL; not for sale). A connection stays open with its pooled context: to open one again EF teaches it a score of
/// functions and to close it makes it forget them, which under load is more work than the queries.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=5000; pragma foreign_keys=on;";

    // A connection comes back from the pool as it was; only a new one has to be told.
    private readonly ConditionalWeakTable<object, object> told = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        LowerEveryLetter(connection);
        if (!IsNew(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        LowerEveryLetter(connection);
        if (!IsNew(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override InterceptionResult ConnectionClosing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => ValueTask.FromResult(InterceptionResult.Suppress());

    /// <summary>SQLite's own lower() knows A to Z only, so a search for "élodie" would not find "Élodie".</summary>
    private static void LowerEveryLetter(DbConnection connection) =>
        ((SqliteConnection)connection).CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);

    private bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is not { } handle || told.TryAdd(handle, handle);
}
