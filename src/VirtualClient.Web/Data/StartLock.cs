using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace VirtualClient.Web.Data;

/// <summary>
/// What is done once at a start (migrations, demo data) is done by one server at a time. On SQLite the lock is a file that the system lets
/// go of with the process, on PostgreSQL it belongs to a connection: a killed server leaves nothing behind.
/// </summary>
public sealed class StartLock(IDbContextFactory<AppDbContext> factory)
{
    /// <summary>Names our lock among those of other programs in the same database.</summary>
    private const long LockNumber = 0x5643_4D49_4752;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Waits until no other server has it; the database must exist.</summary>
    public async Task<IAsyncDisposable> HoldAsync(CancellationToken cancellationToken)
    {
        var keeper = await factory.CreateDbContextAsync(cancellationToken);
        if (keeper.Database.IsSqlite())
        {
            await using (keeper)
            {
                return new Held(null, await HoldFileAsync(keeper, cancellationToken));
            }
        }

        keeper.Database.SetCommandTimeout(LongestWait);
        await keeper.Database.OpenConnectionAsync(cancellationToken);
        await keeper.Database.ExecuteSqlAsync($"select pg_advisory_lock({LockNumber})", cancellationToken);
        return new Held(keeper, null);
    }

    private static async Task<FileStream?> HoldFileAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (path is "" or ":memory:" || path.StartsWith("file:", StringComparison.Ordinal))
        {
            return null;
        }

        while (true)
        {
            try
            {
                return new FileStream(path + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private sealed class Held(AppDbContext? keeper, FileStream? file) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (keeper is not null)
            {
                await keeper.Database.ExecuteSqlAsync($"select pg_advisory_unlock({LockNumber})", CancellationToken.None);
                await keeper.DisposeAsync();
            }

            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }
}
