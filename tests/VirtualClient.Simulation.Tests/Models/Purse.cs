using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

/// <summary>A budget in memory that remembers the most that was ever spent and held together.</summary>
internal sealed class Purse(long capNanoUsd) : IBudget
{
    private readonly Lock _gate = new();

    public List<BudgetClaim> Claims { get; } = [];
    public long SpentNanoUsd { get; private set; }
    public long HeldNanoUsd { get; private set; }
    public long MostNanoUsd { get; private set; }

    public ValueTask<IBudgetHold> ReserveAsync(BudgetClaim claim, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (SpentNanoUsd + HeldNanoUsd + claim.WorstCaseNanoUsd > capNanoUsd)
                throw new ModelException(FailureKind.Budget, "Nothing is left.");
            Claims.Add(claim);
            HeldNanoUsd += claim.WorstCaseNanoUsd;
            MostNanoUsd = Math.Max(MostNanoUsd, SpentNanoUsd + HeldNanoUsd);
            return ValueTask.FromResult<IBudgetHold>(new Hold(this, claim.WorstCaseNanoUsd));
        }
    }

    private sealed class Hold(Purse purse, long heldNanoUsd) : IBudgetHold
    {
        private bool _closed;

        public ValueTask SettleAsync(long costNanoUsd, CancellationToken cancellationToken)
        {
            lock (purse._gate)
            {
                Assert.True(costNanoUsd <= heldNanoUsd, "A call cost more than its worst case.");
                purse.SpentNanoUsd += costNanoUsd;
                Close();
            }
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            lock (purse._gate)
                Close();
            return ValueTask.CompletedTask;
        }

        private void Close()
        {
            if (!_closed)
                purse.HeldNanoUsd -= heldNanoUsd;
            _closed = true;
        }
    }
}
