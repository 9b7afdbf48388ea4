using VirtualClient.Simulation.Models;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// Where calls of models ask for money. A reply's hold covers its correction too and is settled with its end
/// (<see cref="Ledger.CloseAsync"/>); any other call is settled here.
/// </summary>
internal sealed class BudgetDesk(
    HoldLine line,
    OpenHolds holds,
    UsedUp usedUp,
    Settlements settlements,
    SpendingCalendar calendar,
    ModelCatalog catalog,
    TimeProvider clock
) : IBudget
{
    /// <summary>Between the end of a call and the end of its settlement.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public async ValueTask<IBudgetHold> ReserveAsync(BudgetClaim claim, CancellationToken cancellationToken)
    {
        var payer = Payer.Parse(claim.Payer);
        var reply = claim.Purpose is "reply" or "correction" ? payer.ReplyId : null;
        var now = clock.GetUtcNow();
        var hold = holds.Of(reply) ?? new OpenHold(reply ?? Guid.CreateVersion7(now), calendar.DayOf(now), calendar.MonthOf(now));
        var more = Math.Max(0, hold.UsedNanoUsd + claim.WorstCaseNanoUsd - hold.AmountNanoUsd);
        if (more > 0)
        {
            var longest = catalog.Options.Limits.Whole + Settling;
            if (await line.HoldAsync(hold, payer, more, longest, cancellationToken) is { } refusal)
            {
                await usedUp.RememberAsync(refusal, payer, cancellationToken);
                throw new ModelException(FailureKind.Budget, $"The budget \"{BudgetWords.Of(refusal.Scope)}\" has no room for this call.");
            }

            hold.AmountNanoUsd += more;
        }

        if (reply is null)
        {
            return new OwnHold(settlements, hold, payer);
        }

        holds.Keep(hold);
        return new ReplyHold(hold);
    }

    /// <summary>Stays held until the reply's end is stored.</summary>
    private sealed class ReplyHold(OpenHold hold) : IBudgetHold
    {
        public ValueTask SettleAsync(long costNanoUsd, CancellationToken cancellationToken)
        {
            hold.UsedNanoUsd += costNanoUsd;
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class OwnHold(Settlements settlements, OpenHold hold, Payer payer) : IBudgetHold
    {
        private bool settled;

        public ValueTask SettleAsync(long costNanoUsd, CancellationToken cancellationToken)
        {
            settled = true;
            return settlements.SettleAsync(hold.Id, payer, costNanoUsd);
        }

        public ValueTask DisposeAsync() => settled ? ValueTask.CompletedTask : settlements.SettleAsync(hold.Id, payer, 0);
    }
}
