using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>A budget had no room for a call.</summary>
internal sealed record Refusal(BudgetScope Scope, Guid ScopeId, string Period, long LimitNanoUsd, long NeededNanoUsd);

/// <summary>
/// Holds money back in every budget that a call counts for. Each budget is one conditional statement and all of them one transaction, so that
/// calls which race for the last cent cannot both have it, on however many servers. Calls that ask while another is being served wait in line and
/// are then held together, with one commit.
/// </summary>
internal sealed class HoldLine(WriteGate gate, BudgetBook book, TimeProvider clock) : IDisposable
{
    private const int Most = 100;
    private readonly ConcurrentQueue<Asking> line = new();
    private readonly SemaphoreSlim counter = new(1, 1);

    private sealed record Claim(BudgetScope Scope, Guid Id, string Period, long Limit);

    private sealed record Asking(OpenHold Hold, Payer Payer, long More, DateTimeOffset Until, List<Claim> Claims)
    {
        // Written and read by whoever is at the counter.
        public bool IsServed { get; private set; }

        public Refusal? Refusal { get; private set; }

        public Exception? Failure { get; private set; }

        public void Answer(Refusal? refusal = null, Exception? failure = null) => (IsServed, Refusal, Failure) = (true, refusal, failure);
    }

    private sealed class FullException(Claim claim) : Exception
    {
        public Claim Claim => claim;
    }

    /// <returns>Null: held. Otherwise nothing is held anywhere.</returns>
    public async Task<Refusal?> HoldAsync(OpenHold hold, Payer payer, long more, TimeSpan longest, CancellationToken cancellationToken)
    {
        var claims = Claims(await book.BudgetsAsync(cancellationToken), hold, payer);
        var asking = new Asking(hold, payer, more, clock.GetUtcNow() + longest, claims);
        line.Enqueue(asking);
        // Not cancelled: whoever serves the line serves this one too, and what is held must have an owner.
        await counter.WaitAsync(CancellationToken.None);
        try
        {
            while (!asking.IsServed)
            {
                await ServeAsync(Next());
            }
        }
        finally
        {
            counter.Release();
        }

        if (asking.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return asking.Refusal;
    }

    public void Dispose() => counter.Dispose();

    private List<Asking> Next()
    {
        var next = new List<Asking>();
        while (next.Count < Most && line.TryDequeue(out var asking))
        {
            next.Add(asking);
        }

        return next;
    }

    private async Task ServeAsync(List<Asking> askings)
    {
        try
        {
            await gate.CommitSharedAsync(db => HoldAsync(db, askings));
            askings.ForEach(asking => asking.Answer());
        }
        catch (FullException e) when (askings is [var one])
        {
            one.Answer(new Refusal(e.Claim.Scope, e.Claim.Id, e.Claim.Period, e.Claim.Limit, one.More));
        }
        catch (FullException)
        {
            // Not all of them fit; then each for itself, first come first served.
            foreach (var asking in askings)
            {
                await ServeAsync([asking]);
            }
        }
        catch (Exception e)
        {
            // The end of the line: whoever waits hears what went wrong.
            askings.ForEach(asking => asking.Answer(failure: e));
        }
    }

    private static async Task<bool> HoldAsync(AppDbContext db, List<Asking> askings)
    {
        var batch = new SqlBatch(db);
        foreach (var asking in askings)
        {
            Remember(batch, asking);
        }

        // Students, then sections, then the day, which every call of the installation waits for: the same order on all servers.
        var sums = askings
            .SelectMany(asking => asking.Claims, (asking, claim) => (claim, asking.More))
            .GroupBy(pair => (pair.claim.Scope, pair.claim.Id, pair.claim.Period))
            .OrderByDescending(group => group.Key.Scope)
            .ThenBy(group => group.Key.Id)
            .Select(group => (Claim: group.MinBy(pair => pair.claim.Limit).claim, More: group.Sum(pair => pair.More)))
            .ToList();
        foreach (var (claim, more) in sums)
        {
            batch.Add(
                $"""
                insert into budget_periods ("Scope", "ScopeId", "Period", "SpentNanoUsd", "HeldNanoUsd")
                select {BudgetWords.Of(claim.Scope)}, {claim.Id}, {claim.Period}, 0, {more} where {more} <= {claim.Limit}
                on conflict ("Scope", "ScopeId", "Period") do update set "HeldNanoUsd" = budget_periods."HeldNanoUsd" + excluded."HeldNanoUsd"
                  where budget_periods."SpentNanoUsd" + budget_periods."HeldNanoUsd" + excluded."HeldNanoUsd" <= {claim.Limit}
                returning "Scope", "ScopeId", "Period"
                """
            );
        }

        var held = await batch.ReadAsync(
            row => (BudgetWords.Parse(row.GetString(0)), row.GetGuid(1), row.GetString(2)),
            CancellationToken.None
        );
        foreach (var (claim, _) in sums)
        {
            if (!held.Contains((claim.Scope, claim.Id, claim.Period)))
            {
                throw new FullException(claim);
            }
        }

        return true;
    }

    private static void Remember(SqlBatch batch, Asking asking)
    {
        var (hold, payer) = (asking.Hold, asking.Payer);
        batch.Add(
            $"""
            insert into budget_holds ("Id", "AmountNanoUsd", "StudentId", "SectionId", "Day", "Month", "ExpiresAt")
            values ({hold.Id}, {asking.More}, {payer.StudentId}, {payer.SectionId}, {hold.Day}, {hold.Month}, {asking.Until})
            on conflict ("Id") do update set
              "AmountNanoUsd" = budget_holds."AmountNanoUsd" + excluded."AmountNanoUsd", "ExpiresAt" = excluded."ExpiresAt"
            """
        );
    }

    private static List<Claim> Claims(Budgets budgets, OpenHold hold, Payer payer)
    {
        var claims = new List<Claim>(3);
        Add(BudgetScope.StudentMonth, payer.StudentId, hold.Month);
        Add(BudgetScope.SectionMonth, payer.SectionId, hold.Month);
        Add(BudgetScope.Day, Guid.Empty, hold.Day);
        return claims;

        void Add(BudgetScope scope, Guid? id, string period)
        {
            if (id is { } known)
            {
                claims.Add(new Claim(scope, known, period, budgets.LimitOf(scope, known) ?? long.MaxValue));
            }
        }
    }
}
