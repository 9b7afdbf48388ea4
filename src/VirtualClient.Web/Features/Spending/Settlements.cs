using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// Stores what could not be stored with a reply: calls that belong to none, and accounts of replies while the database was away. In order, one
/// by one, and again until it works; a server that stops finishes first what it can.
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

    private readonly Channel<Work> waiting = Channel.CreateUnbounded<Work>();

    /// <summary>What is to be stored; "again" when it may have been stored before without our knowing.</summary>
    private delegate Task Work(AppDbContext db, bool again);

    public ValueTask RecordAsync(ModelCall call, string? payer, CancellationToken cancellationToken)
    {
        var record = UsageRecord.Of(call, Payer.Parse(payer), clock.GetUtcNow());
        return waiting.Writer.WriteAsync((db, again) => ledger.AddAsync(db, record, again, CancellationToken.None), cancellationToken);
    }

    /// <summary>Replaces a hold by what its call came to.</summary>
    public ValueTask SettleAsync(Guid hold, Payer payer, long costNanoUsd) =>
        waiting.Writer.WriteAsync(
            (db, again) => ledger.SettleAsync(db, payer, hold, costNanoUsd, again, CancellationToken.None),
            // What was used has to be paid also when the reader has gone.
            CancellationToken.None
        );

    /// <summary>Stores the account of a reply in the transaction of its end.</summary>
    public Task CloseAsync(AppDbContext db, Account account) => ledger.CloseAsync(db, account, CancellationToken.None);

    /// <summary>That transaction was committed.</summary>
    public void Done(Account account) => holds.Forget(account.Payer.ReplyId);

    /// <summary>Stores the account of a reply whose own end could not be stored.</summary>
    public void Keep(Account account) => waiting.Writer.TryWrite((db, _) => ledger.CloseAsync(db, account, CancellationToken.None));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var work in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                for (var again = false; !await TryAsync(work, again); again = true)
                {
                    await Task.Delay(Pause, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            while (waiting.Reader.TryRead(out var work))
            {
                await TryAsync(work, again: false);
            }
        }
    }

    private async Task<bool> TryAsync(Work work, bool again)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
            await gate.CommitAsync(db, () => work(db, again), CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e.IsTransient() || e is DbUpdateException)
        {
            LogTryAgain(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger could not be written for the moment")]
    private partial void LogTryAgain(Exception exception);
}
