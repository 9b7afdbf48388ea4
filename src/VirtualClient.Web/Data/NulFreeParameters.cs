using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VirtualClient.Web.Data;

/// <summary>
/// Takes the character NUL out of texts on their way to the database. PostgreSQL refuses it, SQLite would keep it; nobody ever typed one, and a
/// request that smuggles one in is answered like any other on both.
/// </summary>
internal sealed class NulFreeParameters : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Clean(command.Parameters);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Clean(command.Parameters);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Clean(command.Parameters);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Clean(command.Parameters);
        return ValueTask.FromResult(result);
    }

    private static void Clean(DbParameterCollection parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Value is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                parameters[i].Value = text.Replace("\0", "", StringComparison.Ordinal);
            }
        }
    }
}
