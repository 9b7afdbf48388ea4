using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>Stands before a host's database and, when told to, answers writes or everything as a database in trouble does.</summary>
internal sealed class BrokenDatabase : DbCommandInterceptor
{
    public enum Trouble
    {
        None,
        ReadOnly,
        Full,
        Down,
    }

    public Trouble Now { get; set; }

    /// <summary>How many commands met the trouble.</summary>
    public int Refused => refused;

    private int refused;

    public static async Task<(WebHost Host, BrokenDatabase Database)> StartAsync(
        Action<IServiceCollection> services,
        params string[] settings
    )
    {
        var database = new BrokenDatabase();
        var host = await WebHost.StartAsync(
            collection =>
            {
                collection.ConfigureDbContext<SqliteAppDbContext>(options => options.AddInterceptors(database));
                collection.ConfigureDbContext<PostgresAppDbContext>(options => options.AddInterceptors(database));
                services(collection);
            },
            settings
        );
        return (host, database);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Refuse(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Refuse(command);
        return ValueTask.FromResult(result);
    }

    private void Refuse(DbCommand command)
    {
        var trouble = Now;
        var writes =
            command.CommandText.Contains("UPDATE ", StringComparison.OrdinalIgnoreCase)
            || command.CommandText.Contains("INSERT ", StringComparison.OrdinalIgnoreCase)
            || command.CommandText.Contains("DELETE ", StringComparison.OrdinalIgnoreCase);
        if (trouble == Trouble.None || (trouble != Trouble.Down && !writes))
        {
            return;
        }

        Interlocked.Increment(ref refused);
        throw (TestDatabase.IsPostgres, trouble) switch
        {
            (true, Trouble.ReadOnly) => new PostgresException("cannot execute in a read-only transaction", "ERROR", "ERROR", "25006"),
            (true, Trouble.Full) => new PostgresException("could not extend file: no space left on device", "ERROR", "ERROR", "53100"),
            (true, _) => new NpgsqlException("connection refused", new IOException("refused")),
            (false, Trouble.ReadOnly) => new SqliteException("attempt to write a readonly database", 8, 8),
            (false, Trouble.Full) => new SqliteException("database or disk is full", 13, 13),
            (false, _) => new SqliteException("unable to open database file", 14, 14),
        };
    }
}
