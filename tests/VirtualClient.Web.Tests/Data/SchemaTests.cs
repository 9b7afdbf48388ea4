using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Data;

public sealed class SchemaTests(EveryTest every)
{
    [Fact]
    public void The_model_has_no_change_without_a_migration_on_either_database()
    {
        using var sqlite = Sqlite();
        using var postgres = Postgres();
        Assert.False(sqlite.Database.HasPendingModelChanges(), "run tools/add-migration.sh: SQLite");
        Assert.False(postgres.Database.HasPendingModelChanges(), "run tools/add-migration.sh: PostgreSQL");
    }

    /// <summary>Run on both databases, this says that both hold the same.</summary>
    [Fact]
    public async Task The_migrated_database_holds_the_tables_columns_and_indexes_of_both_models()
    {
        using var sqlite = Sqlite();
        using var postgres = Postgres();
        await using var db = every.Host.OpenDatabase();
        var stored = await StoredAsync(db);
        Assert.True(stored.Count > 100, "hardly anything is stored");
        Assert.Equal(Modelled(sqlite), stored);
        Assert.Equal(Modelled(postgres), stored);
    }

    [Theory]
    [InlineData("""update audit_log set "Action" = 'nothing.happened'""")]
    [InlineData("delete from audit_log")]
    [InlineData("""delete from audit_log where "Action" = 'account.invited'""")]
    public async Task The_database_itself_refuses_to_change_or_delete_what_is_in_the_audit_log(string statement)
    {
        var admin = await every.Host.NewPersonAsync(Roles.Admin);
        var email = $"guarded.{Guid.CreateVersion7():N}@school.example";
        (await admin.PostAsync("/api/v1/admin/users", new { email, role = "teacher" })).Is(201);
        await using var db = every.Host.OpenDatabase();
        var before = await db.Set<AuditEntry>().CountAsync();
        Assert.True(before > 0);
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(statement));
        Assert.Contains("audit_log is append-only", refused.Message, StringComparison.Ordinal);
        Assert.True(await db.Set<AuditEntry>().CountAsync() >= before);
    }

    [Fact]
    public async Task Two_servers_that_start_together_on_an_empty_database_are_safe()
    {
        await using var database = await TestDatabase.EmptyAsync();
        var servers = await Task.WhenAll(
            ServerProcess.StartAsync(database.Connection, "Development"),
            ServerProcess.StartAsync(database.Connection, "Development")
        );
        await using var first = servers[0];
        await using var second = servers[1];
        foreach (var server in servers)
        {
            var student = await server.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password);
            // And the one that the demo's teacher has published.
            Assert.Equal(BuiltInClients.All.Count + 1, (await student.GetAsync("/api/v1/student/clients")).Is(200).Items.Count);
        }

        // Each reads the tokens of the other.
        var token = (await first.SignInAsync(DemoAccounts.All[1].Email, DemoAccounts.Password)).Token;
        var elsewhere = second.Anonymous();
        elsewhere.Token = token;
        (await elsewhere.GetAsync("/api/v1/me")).Is(200);
        await using var db = database.Open();
        Assert.Equal(DemoAccounts.All.Count, await db.Users.CountAsync());
        Assert.Equal(DemoAccounts.All.Count, await db.UserRoles.CountAsync());
        Assert.Equal(Roles.All.Length, await db.Roles.CountAsync());
        Assert.Equal(BuiltInClients.All.Count, await db.Set<ClientProfile>().CountAsync(c => c.OwnerId == null));
        // The demo teacher's two of their own, and the copy that a test goes on with.
        Assert.Equal(3, await db.Set<ClientProfile>().CountAsync(c => c.OwnerId != null));
    }

    [Fact]
    public async Task Asked_to_migrate_the_program_migrates_and_ends()
    {
        await using var database = await TestDatabase.EmptyAsync();
        var (code, output) = await ServerProcess.RunAsync(database.Connection, "Production", "--migrate");
        Assert.True(code == 0, output);
        Assert.Contains("The database is up to date.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Virtual Client is at", output, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(BuiltInClients.All.Count, await db.Set<ClientProfile>().CountAsync());
        Assert.Equal(0, await db.Users.CountAsync());
    }

    [Fact]
    public async Task Every_sqlite_connection_writes_ahead_syncs_fully_and_holds_foreign_keys()
    {
        await using var host = WebHost.Start(TestDatabase.EmptySqlite(), []);
        for (var again = 0; again < 2; again++)
        {
            await using var db = host.OpenDatabase();
            await db.Database.OpenConnectionAsync();
            Assert.Equal("wal", await ScalarAsync(db, "pragma journal_mode"));
            Assert.Equal("2", await ScalarAsync(db, "pragma synchronous"));
            Assert.Equal("1", await ScalarAsync(db, "pragma foreign_keys"));
            Assert.Equal("5000", await ScalarAsync(db, "pragma busy_timeout"));
        }
    }

    private static SqliteAppDbContext Sqlite() =>
        new(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:").Options);

    private static PostgresAppDbContext Postgres() =>
        new(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql("Host=127.0.0.1;Database=nothing").Options);

    private static SortedSet<string> Modelled(AppDbContext db)
    {
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var names = model.Tables.SelectMany(table =>
            table
                .Columns.Select(column => $"column {table.Name}.{column.Name}")
                .Concat(table.Indexes.Select(index => $"index {table.Name}.{index.Name}"))
        );
        return new SortedSet<string>(names, StringComparer.Ordinal);
    }

    private static async Task<SortedSet<string>> StoredAsync(AppDbContext db)
    {
        var sql = db.Database.IsSqlite()
            ? """
                select 'column ' || m.name || '.' || c.name as "Value" from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'
                union all select 'index ' || tbl_name || '.' || name from sqlite_master where type = 'index' and name not like 'sqlite_%'
                """
            : """
                select 'column ' || table_name || '.' || column_name as "Value" from information_schema.columns where table_schema = 'public'
                union all select 'index ' || tablename || '.' || indexname from pg_indexes where schemaname = 'public' and indexname not like 'PK\_%'
                """;
        var names = await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
        return new SortedSet<string>(
            names.Where(name =>
                !name.Contains("__EFMigrations", StringComparison.Ordinal) && !name.Contains("sqlite_", StringComparison.Ordinal)
            ),
            StringComparer.Ordinal
        );
    }

    private static async Task<string?> ScalarAsync(AppDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
