using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Bench.Scale;

/// <summary>The bench's own database, with the product's schema and settings; a SQLite file goes with it.</summary>
internal sealed class ScaleDatabase : IDbContextFactory<AppDbContext>, IAsyncDisposable
{
    private readonly DirectoryInfo? folder;
    private readonly Func<AppDbContext> open;

    public ScaleDatabase(string? postgres)
    {
        if (postgres is not null)
        {
            var options = new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(postgres).Options;
            open = () => new PostgresAppDbContext(options);
            return;
        }

        folder = Directory.CreateTempSubdirectory("vc-scale-");
        var sqlite = new DbContextOptionsBuilder<SqliteAppDbContext>()
            .UseSqlite($"Data Source={Path.Combine(folder.FullName, "scale.db")}")
            .AddInterceptors(new SqlitePragmas())
            .Options;
        open = () => new SqliteAppDbContext(sqlite);
    }

    public string Name => folder is null ? "PostgreSQL" : "SQLite";

    public AppDbContext Open() => open();

    AppDbContext IDbContextFactory<AppDbContext>.CreateDbContext() => open();

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await Task.CompletedTask;
        folder?.Delete(recursive: true);
    }
}
