using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>
/// The database of one host: a file or a PostgreSQL database of its own, by <c>VC_TEST_DATABASE</c> (sqlite or postgres) and
/// <c>VC_TEST_POSTGRES</c> (a connection that may create databases).
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static int number;
    private readonly string? folder;

    private TestDatabase(string connection, string? folder)
    {
        Connection = connection;
        this.folder = folder;
    }

    public static bool IsPostgres =>
        Environment.GetEnvironmentVariable("VC_TEST_DATABASE") switch
        {
            null or "" or "sqlite" => false,
            "postgres" => true,
            var other => throw new InvalidOperationException($"VC_TEST_DATABASE is sqlite or postgres, not \"{other}\"."),
        };

    public string Connection { get; }

    /// <summary>Without tables.</summary>
    public static Task<TestDatabase> EmptyAsync() => IsPostgres ? CreatePostgresAsync(null) : Task.FromResult(EmptySqlite());

    /// <summary>A copy of this one, which nobody may be connected to.</summary>
    public Task<TestDatabase> CopyAsync()
    {
        if (IsPostgres)
        {
            return CreatePostgresAsync(new NpgsqlConnectionStringBuilder(Connection).Database);
        }

        var copy = EmptySqlite();
        File.Copy(FileOf(this), FileOf(copy));
        return Task.FromResult(copy);
    }

    /// <summary>The same database for a server that may open so few connections; a file has no such limit.</summary>
    public TestDatabase WithConnections(int few) =>
        folder is null ? new TestDatabase(new NpgsqlConnectionStringBuilder(Connection) { MaxPoolSize = few }.ToString(), null) : this;

    /// <summary>A file, whichever database the tests run on.</summary>
    public static TestDatabase EmptySqlite()
    {
        var folder = Directory.CreateTempSubdirectory("vc-tests-").FullName;
        return new TestDatabase($"Data Source={Path.Combine(folder, "test.db")}", folder);
    }

    /// <summary>To look at what a server stored, beside it.</summary>
    internal AppDbContext Open() =>
        folder is null
            ? new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(Connection).Options)
            : new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(Connection).Options);

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            LetGo();
            Directory.Delete(folder, recursive: true);
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(Connection).Database;
        await RunAsync($"drop database if exists \"{name}\" with (force)");
    }

    /// <summary>Closes pooled connections, so that everything is in the file and the database may be copied.</summary>
    public void LetGo()
    {
        if (folder is null)
        {
            using var postgres = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(postgres);
            return;
        }

        using var sqlite = new SqliteConnection(Connection);
        SqliteConnection.ClearPool(sqlite);
    }

    private static async Task<TestDatabase> CreatePostgresAsync(string? template)
    {
        var name = $"vc_test_{Environment.ProcessId}_{Interlocked.Increment(ref number)}";
        await RunAsync($"create database \"{name}\"" + (template is null ? "" : $" template \"{template}\""));
        return new TestDatabase(
            new NpgsqlConnectionStringBuilder(Server)
            {
                Database = name,
                MaxPoolSize = 30,
                Timeout = Patience,
            }.ToString(),
            null
        );
    }

    /// <summary>Seconds to wait for a connection: a machine with much else to do is slow, not broken.</summary>
    private const int Patience = 60;

    private static string Server =>
        Environment.GetEnvironmentVariable("VC_TEST_POSTGRES") is { Length: > 0 } set
            ? set
            : throw new InvalidOperationException("Set VC_TEST_POSTGRES to what \"tests/postgres.sh start DIR\" prints.");

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string FileOf(TestDatabase database) => new SqliteConnectionStringBuilder(database.Connection).DataSource;
}
