namespace VirtualClient.Simulation.Models;

/// <summary>Holds money back before a call, so that no number of calls at once can pass the cap. Implementations are safe for many threads.</summary>
public interface IBudget
{
    /// <summary>Holds the worst case back.</summary>
    /// <exception cref="ModelException">Kind <see cref="FailureKind.Budget"/>: there is not enough left.</exception>
    ValueTask<IBudgetHold> ReserveAsync(BudgetClaim claim, CancellationToken cancellationToken);
}

/// <summary>Money held back for one call; disposing it gives back what was not settled.</summary>
public interface IBudgetHold : IAsyncDisposable
{
    /// <summary>Replaces the worst case by what the call really cost. Called at most once, also for calls that failed.</summary>
    ValueTask SettleAsync(long costNanoUsd, CancellationToken cancellationToken);
}

/// <summary>What a call may cost at most, tries that were billed without giving text included.</summary>
/// <param name="Purpose">As in <see cref="ModelCall.Purpose"/>.</param>
/// <param name="Payer">What the caller gave as <see cref="ModelKeys.Payer"/>, or null.</param>
public sealed record BudgetClaim(string Purpose, string? Payer, long WorstCaseNanoUsd);

/// <summary>Takes the account of calls that belong to no reply; a reply's calls travel on its stream and are stored with its text.</summary>
public interface IUsageSink
{
    /// <summary>Stores the account of a call. Must not throw for a full or missing database; it has to keep the account itself until then.</summary>
    ValueTask RecordAsync(ModelCall call, string? payer, CancellationToken cancellationToken);
}
