using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// Several statements that both databases understand, inside the context's transaction. PostgreSQL gets them in one round trip; SQLite, which is
/// in the process, one by one. Values are parameters, as each database stores them.
/// </summary>
internal sealed class SqlBatch(AppDbContext db)
{
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
        var names = statement
            .GetArguments()
            .Select(
                object? (value) =>
                {
                    var parameter = create();
                    parameter.ParameterName = $"@p{parameters.Count}";
                    parameter.Value = Stored(value);
                    parameters.Add(parameter);
                    return parameter.ParameterName;
                }
            )
            .ToArray();
        return string.Format(CultureInfo.InvariantCulture, statement.Format, names);
    }

    private object Stored(object? value) =>
        value switch
        {
            null => DBNull.Value,
            DateTimeOffset at => isSqlite ? at.UtcTicks : at.ToUniversalTime(),
            bool yes => isSqlite ? (yes ? 1L : 0L) : yes,
            _ => value,
        };
}
