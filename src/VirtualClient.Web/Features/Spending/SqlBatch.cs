using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// Several statements that both databases understand, sent in one round trip inside the context's transaction. Values are parameters, as each
/// database stores them.
/// </summary>
internal sealed class SqlBatch(AppDbContext db) : IAsyncDisposable
{
    private readonly DbCommand command = db.Database.GetDbConnection().CreateCommand();
    private readonly StringBuilder text = new();
    private readonly bool isSqlite = db.Database.IsSqlite();

    public bool IsEmpty => text.Length == 0;

    /// <summary>Adds a statement; each hole becomes a parameter.</summary>
    public SqlBatch Add(FormattableString statement)
    {
        var names = statement.GetArguments().Select(object? (value) => Name(value)).ToArray();
        text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, statement.Format, names).Append(";\n");
        return this;
    }

    /// <summary>Runs all statements and reads each row that one of them returns.</summary>
    public async Task<List<T>> ReadAsync<T>(Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        command.CommandText = text.ToString();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(row(reader));
            }
        } while (await reader.NextResultAsync(cancellationToken));
        return rows;
    }

    public Task RunAsync(CancellationToken cancellationToken) => ReadAsync(_ => true, cancellationToken);

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private string Name(object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{command.Parameters.Count}";
        parameter.Value = value switch
        {
            null => DBNull.Value,
            DateTimeOffset at => isSqlite ? at.UtcTicks : at.ToUniversalTime(),
            bool yes => isSqlite ? (yes ? 1L : 0L) : yes,
            _ => value,
        };
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
