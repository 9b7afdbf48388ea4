using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Data;

/// <summary>Chooses the database by its connection string: "Data Source=" is SQLite, "Host=" is PostgreSQL.</summary>
public static class DatabaseSetup
{
    public const string DefaultConnection = "Data Source=data/virtual-client.db";

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var connection = builder.Configuration.GetConnectionString("Default") is { Length: > 0 } set ? set : DefaultConnection;
        services.AddSingleton<WriteGate>();
        services.AddSingleton<StartLock>();
        services.AddSingleton<StartMark>();
        services.AddSingleton<DatabaseMigrator>();
        if (IsPostgres(connection))
        {
            services.AddPooledDbContextFactory<PostgresAppDbContext>(options =>
                options.UseNpgsql(connection).AddInterceptors(new NulFreeParameters())
            );
            services.AddSingleton<IDbContextFactory<AppDbContext>, Factory<PostgresAppDbContext>>();
        }
        else if (connection.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
        {
            var path = SqliteConnectionString(connection, builder.Environment.ContentRootPath);
            services.AddPooledDbContextFactory<SqliteAppDbContext>(options =>
                options.UseSqlite(path).AddInterceptors(new SqlitePragmas(), new NulFreeParameters())
            );
            services.AddSingleton<IDbContextFactory<AppDbContext>, Factory<SqliteAppDbContext>>();
        }
        else
        {
            throw new StartupException("Set ConnectionStrings__Default to \"Data Source=...\" for SQLite or \"Host=...\" for PostgreSQL.");
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext());
    }

    private static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>A relative file is beside the program's content, whatever folder it is started from.</summary>
    private static string SqliteConnectionString(string connection, string root)
    {
        var parsed = new SqliteConnectionStringBuilder(connection);
        if (parsed.DataSource != ":memory:" && !parsed.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            parsed.DataSource = Path.GetFullPath(parsed.DataSource, root);
            Directory.CreateDirectory(Path.GetDirectoryName(parsed.DataSource)!);
        }

        return parsed.ToString();
    }

    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<AppDbContext>
        where T : AppDbContext
    {
        public AppDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<AppDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
