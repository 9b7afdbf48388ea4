using VirtualClient.Simulation.Models;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// What one reply has cost so far, failed and stopped calls included, until the ledger takes it over together with the reply's end.
/// Used by one reply at a time.
/// </summary>
internal sealed class Account(Payer payer, TimeProvider clock)
{
    private readonly List<ModelCall> calls = [];
    private readonly List<UsageRecord> records = [];

    public Payer Payer => payer;

    public IReadOnlyList<ModelCall> Calls => calls;

    public long CostNanoUsd => calls.Sum(call => call.CostNanoUsd ?? 0);

    /// <summary>Whether the ledger was asked before; then the lines may be there already, though the answer got lost.</summary>
    public bool Tried { get; set; }

    /// <summary>The lines of the ledger, the same at every try.</summary>
    public IReadOnlyList<UsageRecord> Records => records;

    public void Hear(ModelCall call)
    {
        calls.Add(call);
        records.Add(UsageRecord.Of(call, payer, clock.GetUtcNow()));
    }
}
