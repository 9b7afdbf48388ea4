using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Data;

/// <summary>The commands of docs/operations, run as they stand there: a copy made while the program runs is whole.</summary>
public sealed class BackupTests
{
    private static readonly string Manual = Source.Text("docs", "operations", "README.md");

    [Fact]
    public async Task A_copy_that_was_made_while_the_program_ran_is_restored_with_every_word()
    {
        var tools = ToolsFolder();
        Assert.SkipWhen(tools is null, "The database's own tools are not installed.");
        await using var database = await WebHost.NewDatabaseAsync();
        await using var restored = await TestDatabase.EmptyAsync();
        var account = ("", "");
        var id = "";
        await using (var host = WebHost.Start(database, []))
        {
            host.KeepDatabase();
            account = await host.NewAccountAsync(Roles.Student);
            var talk = await Talk.StartAsync(await host.SignInAsync(account.Item1, account.Item2));
            id = talk.Id;
            await talk.SayAsync("The persimmon jam has gone bad.");
            await CopyAsync(tools!, database, restored);
        }

        await using var again = WebHost.Start(restored, []);
        again.KeepDatabase();
        var student = await again.SignInAsync(account.Item1, account.Item2);
        Assert.Contains(
            "persimmon",
            (await student.GetAsync($"/api/v1/conversations/{id}/messages")).Is(200).Content,
            StringComparison.Ordinal
        );
    }

    private static async Task CopyAsync(string tools, TestDatabase from, TestDatabase to)
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Contains("sqlite3 data/virtual-client.db \".backup 'virtual-client-backup.db'\"", Manual, StringComparison.Ordinal);
            var copy = FileOf(to);
            await RunAsync(Path.Combine(tools, "sqlite3"), FileOf(from), $".backup '{copy}'");
            return;
        }

        Assert.Contains("pg_dump --format=custom --file=virtual-client.dump --dbname=virtual_client", Manual, StringComparison.Ordinal);
        Assert.Contains("pg_restore --clean --if-exists --dbname=virtual_client virtual-client.dump", Manual, StringComparison.Ordinal);
        var dump = Path.GetTempFileName();
        try
        {
            await RunAsync(Path.Combine(tools, "pg_dump"), "--format=custom", $"--file={dump}", $"--dbname={AddressOf(from)}");
            await RunAsync(Path.Combine(tools, "pg_restore"), "--clean", "--if-exists", $"--dbname={AddressOf(to)}", dump);
        }
        finally
        {
            File.Delete(dump);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {said}");
    }

    private static string FileOf(TestDatabase database) => new SqliteConnectionStringBuilder(database.Connection).DataSource;

    private static string AddressOf(TestDatabase database)
    {
        var parts = new NpgsqlConnectionStringBuilder(database.Connection);
        return $"host={parts.Host} port={parts.Port} user={parts.Username} dbname={parts.Database}";
    }

    /// <summary>Where sqlite3 or pg_dump is; Debian keeps those of PostgreSQL out of PATH.</summary>
    private static string? ToolsFolder()
    {
        var tool = TestDatabase.IsPostgres ? "pg_dump" : "sqlite3";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).AsEnumerable();
        const string debian = "/usr/lib/postgresql";
        if (TestDatabase.IsPostgres && Directory.Exists(debian))
        {
            folders = Directory.GetDirectories(debian).OrderDescending().Select(version => Path.Combine(version, "bin")).Concat(folders);
        }

        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, tool)));
    }
}
