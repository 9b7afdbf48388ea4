using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace VirtualClient.Web.Data;

/// <summary>
/// Work that waits for a transaction on SQLite and can share it with others. A commit there costs a write to the disk whatever is in it; under
/// load there are several turns to each. One caller at a time commits, see <see cref="WriteGate"/>.
/// </summary>
internal sealed class SharedCommit(IDbContextFactory<AppDbContext> factory)
{
    private const int Most = 100;
    private const string Point = "one";

    private readonly ConcurrentQueue<Entry> waiting = new();
    private readonly Lazy<bool> isSqlite = new(() =>
    {
        using var db = factory.CreateDbContext();
        return db.Database.IsSqlite();
    });

    public bool IsPossible => isSqlite.Value;

    /// <summary>Puts work into the queue; its task ends after the commit that it is part of.</summary>
    public TaskCompletionSource<T> Join<T>(Func<AppDbContext, Task<T>> work)
    {
        var entry = new Entry<T>(work);
        waiting.Enqueue(entry);
        return entry.Done;
    }

    /// <summary>Runs and commits what waits now.</summary>
    public async Task CommitNextAsync()
    {
        var entries = new List<Entry>();
        while (entries.Count < Most && waiting.TryDequeue(out var next))
        {
            entries.Add(next);
        }

        try
        {
            await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            foreach (var entry in entries)
            {
                await RunAsync(entry, db, transaction, alone: entries.Count == 1);
            }

            await transaction.CommitAsync(CancellationToken.None);
            entries.ForEach(entry => entry.Committed());
        }
        catch (Exception e)
        {
            // Whoever waits hears what went wrong; nothing of it was stored.
            entries.ForEach(entry => entry.Failed(e));
        }
    }

    private static async Task RunAsync(Entry entry, AppDbContext db, IDbContextTransaction transaction, bool alone)
    {
        if (alone)
        {
            await entry.RunAsync(db);
            return;
        }

        await transaction.CreateSavepointAsync(Point, CancellationToken.None);
        try
        {
            await entry.RunAsync(db);
        }
        catch (Exception e)
        {
            entry.Failed(e);
            await UndoAsync(transaction, e);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        await transaction.ReleaseSavepointAsync(Point, CancellationToken.None);
    }

    /// <summary>A full disk ends the whole transaction: then the reason is everybody's.</summary>
    private static async Task UndoAsync(IDbContextTransaction transaction, Exception reason)
    {
        try
        {
            await transaction.RollbackToSavepointAsync(Point, CancellationToken.None);
        }
        catch (Exception)
        {
            ExceptionDispatchInfo.Throw(reason);
        }
    }

    private abstract class Entry
    {
        public abstract Task RunAsync(AppDbContext db);

        public abstract void Committed();

        public abstract void Failed(Exception failure);
    }

    private sealed class Entry<T>(Func<AppDbContext, Task<T>> work) : Entry
    {
        private T result = default!;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(AppDbContext db) => result = await work(db);

        public override void Committed() => Done.TrySetResult(result);

        public override void Failed(Exception failure) => Done.TrySetException(failure);
    }
}
