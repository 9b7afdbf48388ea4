using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// Stores what could not be stored with a reply: calls that belong to none, and accounts of replies while the database was away. Each is tried
/// again until it works; a server that stops finishes first what it can.
/// </summary>
internal sealed partial class Settlements(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    Ledger ledger,
    OpenHolds holds,
    TimeProvider clock,
    ILogger<Settlements> logger
) : BackgroundService, IUsageSink
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<Entry> waiting = Channel.CreateUnbounded<Entry>();

    /// <summary>What is to be stored.</summary>
    /// <param name="Again">It may have been stored before without our knowing.</param>
    private sealed record Entry(Func<AppDbContext, bool, Task> Store, Guid? Reply = null, bool Again = false);

    public ValueTask RecordAsync(ModelCall call, string? payer, CancellationToken cancellationToken)
    {
        var record = UsageRecord.Of(call, Payer.Parse(payer), clock.GetUtcNow());
        return waiting.Writer.WriteAsync(new((db, again) => ledger.AddAsync(db, record, again, CancellationToken.None)), cancellationToken);
    }

    /// <summary>Replaces a hold by what its call came to.</summary>
    public ValueTask SettleAsync(Guid hold, Payer payer, long costNanoUsd) =>
        waiting.Writer.WriteAsync(
            new((db, again) => ledger.SettleAsync(db, payer, hold, costNanoUsd, again, CancellationToken.None)),
            // What was used has to be paid also when the reader has gone.
            CancellationToken.None
        );

    /// <summary>Stores the account of a reply in the transaction of its end.</summary>
    public Task CloseAsync(AppDbContext db, Account account) => ledger.CloseAsync(db, account, CancellationToken.None);

    /// <summary>That transaction was committed.</summary>
    public void Done(Account account) => holds.Forget(account.Payer.ReplyId);

    /// <summary>Stores the account of a reply whose own end could not be stored.</summary>
    public void Keep(Account account) =>
        waiting.Writer.TryWrite(new((db, _) => ledger.CloseAsync(db, account, CancellationToken.None), account.Payer.ReplyId));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var entry in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                if (!await TryAsync(entry))
                {
                    // To the end of the queue: one that never works must not keep the others.
                    waiting.Writer.TryWrite(entry with { Again = true });
                    await Task.Delay(Pause, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            while (waiting.Reader.TryRead(out var entry))
            {
                await TryAsync(entry);
            }
        }
    }

    private async Task<bool> TryAsync(Entry entry)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
            await gate.CommitAsync(db, () => entry.Store(db, entry.Again), CancellationToken.None);
            holds.Forget(entry.Reply);
            return true;
        }
        catch (Exception e)
        {
            // The end of a worker: an account is kept whatever happened.
            LogTryAgain(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger could not be written; it is tried again until it works")]
    private partial void LogTryAgain(Exception exception);
}
