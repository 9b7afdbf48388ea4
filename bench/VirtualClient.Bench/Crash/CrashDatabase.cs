using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VirtualClient.Web.Data;

namespace VirtualClient.Bench.Crash;

/// <summary>The database of one run, made for it and removed after it.</summary>
internal sealed class CrashDatabase : IAsyncDisposable
{
    private readonly string? folder;
    private readonly string? server;

    private CrashDatabase(string connection, string? folder, string? server) =>
        (Connection, this.folder, this.server) = (connection, folder, server);

    public string Connection { get; }

    public static async Task<CrashDatabase> CreateAsync(string? postgres, CancellationToken cancellationToken)
    {
        if (postgres is null)
        {
            var made = Directory.CreateTempSubdirectory("vc-crash-").FullName;
            return new CrashDatabase($"Data Source={Path.Combine(made, "crash.db")}", made, null);
        }

        var name = $"vc_crash_{Environment.ProcessId}_{Guid.CreateVersion7():N}"[..40];
        await RunAsync(postgres, $"create database \"{name}\"", cancellationToken);
        return new CrashDatabase(
            new NpgsqlConnectionStringBuilder(postgres) { Database = name, MaxPoolSize = 30 }.ToString(),
            null,
            postgres
        );
    }

    public AppDbContext Open() =>
        server is null
            ? new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(Connection).Options)
            : new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(Connection).Options);

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            await using var own = new SqliteConnection(Connection);
            SqliteConnection.ClearPool(own);
            Directory.Delete(folder, recursive: true);
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(Connection).Database;
        await RunAsync(server!, $"drop database if exists \"{name}\" with (force)", CancellationToken.None);
    }

    private static async Task RunAsync(string connection, string sql, CancellationToken cancellationToken)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString());
        await open.OpenAsync(cancellationToken);
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
