using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace VirtualClient.Web.Data;

/// <summary>
/// Several statements that both databases understand, inside the context's transaction. PostgreSQL gets them in one round trip; SQLite, which is
/// in the process, one by one. Values are parameters, as each database stores them.
/// </summary>
internal sealed class SqlBatch(AppDbContext db)
{
    // A statement is written in the code, so there are as many as there are places.
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    private readonly List<FormattableString> statements = [];
    private readonly bool isSqlite = db.Database.IsSqlite();

    /// <summary>Adds a statement; each hole becomes a parameter.</summary>
    public void Add(FormattableString statement) => statements.Add(statement);

    /// <summary>Runs all statements and reads each row that one of them returns.</summary>
    public async Task<List<T>> ReadAsync<T>(Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        if (statements.Count == 0)
        {
            return rows;
        }

        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        if (connection.CanCreateBatch)
        {
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var statement in statements)
            {
                var one = batch.CreateBatchCommand();
                one.CommandText = Fill(statement, one.Parameters, one.CreateParameter);
                batch.BatchCommands.Add(one);
            }

            await using var all = await batch.ExecuteReaderAsync(cancellationToken);
            await TakeAsync(all);
            return rows;
        }

        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Fill(statement, command.Parameters, command.CreateParameter);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await TakeAsync(reader);
        }

        return rows;

        async Task TakeAsync(DbDataReader reader)
        {
            do
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(row(reader));
                }
            } while (await reader.NextResultAsync(cancellationToken));
        }
    }

    public Task RunAsync(CancellationToken cancellationToken) => ReadAsync(_ => true, cancellationToken);

    private string Fill(FormattableString statement, DbParameterCollection parameters, Func<DbParameter> create)
    {
        for (var i = 0; i < statement.ArgumentCount; i++)
        {
            var parameter = create();
            parameter.ParameterName = Name(i);
            parameter.Value = Stored(statement.GetArgument(i), isSqlite) ?? DBNull.Value;
            parameters.Add(parameter);
        }

        return Texts.GetOrAdd(
            statement.Format,
            static (format, count) => string.Format(CultureInfo.InvariantCulture, format, [.. Enumerable.Range(0, count).Select(Name)]),
            statement.ArgumentCount
        );
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    /// <summary>A value as the database stores it.</summary>
    internal static object? Stored(object? value, bool isSqlite) =>
        value switch
        {
            DateTimeOffset at => isSqlite ? at.UtcTicks : at.ToUniversalTime(),
            bool yes => isSqlite ? (yes ? 1L : 0L) : yes,
            _ => value,
        };
}

internal static class Statements
{
    /// <summary>Runs one hand-written statement in the context's transaction; each hole becomes a parameter.</summary>
    /// <returns>How many rows it changed.</returns>
    public static Task<int> RunAsync(this AppDbContext db, FormattableString statement, CancellationToken cancellationToken)
    {
        var isSqlite = db.Database.IsSqlite();
        var values = Array.ConvertAll(statement.GetArguments(), value => SqlBatch.Stored(value, isSqlite));
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(statement.Format, values), cancellationToken);
    }
}
