using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>A budget had no room for a call.</summary>
internal sealed record Refusal(BudgetScope Scope, Guid ScopeId, string Period, long LimitNanoUsd, long NeededNanoUsd);

/// <summary>
/// Holds money back in every budget that a call counts for, and gives it back. Each budget is one conditional statement and all of them one
/// transaction, so that calls which race for the last cent cannot both have it, on however many servers.
/// </summary>
internal sealed class HoldBook(IDbContextFactory<AppDbContext> factory, WriteGate gate, BudgetBook book, TimeProvider clock)
{
    private sealed record Claim(BudgetScope Scope, Guid Id, string Period, long Limit);

    private sealed class FullException(Claim claim) : Exception
    {
        public Claim Claim => claim;
    }

    /// <returns>Null: held. Otherwise nothing is held anywhere.</returns>
    public async Task<Refusal?> HoldAsync(
        OpenHold hold,
        Payer payer,
        long moreNanoUsd,
        TimeSpan longest,
        CancellationToken cancellationToken
    )
    {
        var claims = Claims(await book.BudgetsAsync(cancellationToken), hold, payer);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            await gate.CommitAsync(db, () => TryAsync(db, hold, payer, moreNanoUsd, longest, claims, cancellationToken), cancellationToken);
            return null;
        }
        catch (FullException e)
        {
            return new Refusal(e.Claim.Scope, e.Claim.Id, e.Claim.Period, e.Claim.Limit, moreNanoUsd);
        }
    }

    /// <summary>Gives back what calls hold that nobody makes any more, in the caller's transaction. Ids that hold nothing are no mistake.</summary>
    public static async Task ReleaseAsync(AppDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await using var deletes = new SqlBatch(db);
        foreach (var id in ids)
        {
            deletes.Add(
                $"""delete from budget_holds where "Id" = {id} returning "AmountNanoUsd", "Day", "Month", "StudentId", "SectionId" """
            );
        }

        var given = await deletes.ReadAsync(HeldMoney.Read, cancellationToken);
        await using var updates = new SqlBatch(db);
        Give(updates, BudgetScope.StudentMonth, given, g => g.StudentId, g => g.Month);
        Give(updates, BudgetScope.SectionMonth, given, g => g.SectionId, g => g.Month);
        Give(updates, BudgetScope.Day, given, _ => Guid.Empty, g => g.Day);
        await updates.RunAsync(cancellationToken);
    }

    /// <summary>Gives back what is held longer than any call lasts.</summary>
    /// <param name="all">Nobody else makes calls, so whatever is held is left over.</param>
    /// <returns>How many holds there were.</returns>
    public async Task<int> ReleaseLeftAsync(bool all, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var left = db.Set<BudgetHold>().Where(h => all || h.ExpiresAt < now).OrderBy(h => h.Id).Select(h => h.Id);
        var ids = await left.ToListAsync(cancellationToken);
        if (ids.Count > 0)
        {
            await gate.CommitAsync(db, () => ReleaseAsync(db, ids, cancellationToken), cancellationToken);
        }

        return ids.Count;
    }

    private static List<Claim> Claims(Budgets budgets, OpenHold hold, Payer payer)
    {
        var claims = new List<Claim>(3);
        Add(BudgetScope.StudentMonth, payer.StudentId, hold.Month);
        Add(BudgetScope.SectionMonth, payer.SectionId, hold.Month);
        // Last, because every call of the installation waits for this row.
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

    private async Task TryAsync(
        AppDbContext db,
        OpenHold hold,
        Payer payer,
        long more,
        TimeSpan longest,
        List<Claim> claims,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new SqlBatch(db);
        batch.Add(
            $"""
            insert into budget_holds ("Id", "AmountNanoUsd", "StudentId", "SectionId", "Day", "Month", "ExpiresAt")
            values ({hold.Id}, {more}, {payer.StudentId}, {payer.SectionId}, {hold.Day}, {hold.Month}, {clock.GetUtcNow() + longest})
            on conflict ("Id") do update set
              "AmountNanoUsd" = budget_holds."AmountNanoUsd" + excluded."AmountNanoUsd", "ExpiresAt" = excluded."ExpiresAt"
            """
        );
        foreach (var claim in claims)
        {
            batch.Add(
                $"""
                insert into budget_periods ("Scope", "ScopeId", "Period", "SpentNanoUsd", "HeldNanoUsd")
                select {BudgetWords.Of(claim.Scope)}, {claim.Id}, {claim.Period}, 0, {more} where {more} <= {claim.Limit}
                on conflict ("Scope", "ScopeId", "Period") do update set "HeldNanoUsd" = budget_periods."HeldNanoUsd" + excluded."HeldNanoUsd"
                  where budget_periods."SpentNanoUsd" + budget_periods."HeldNanoUsd" + excluded."HeldNanoUsd" <= {claim.Limit}
                returning "Scope"
                """
            );
        }

        var held = await batch.ReadAsync(row => BudgetWords.Parse(row.GetString(0)), cancellationToken);
        if (claims.Find(claim => !held.Contains(claim.Scope)) is { } full)
        {
            throw new FullException(full);
        }
    }

    private static void Give(
        SqlBatch batch,
        BudgetScope scope,
        List<HeldMoney> given,
        Func<HeldMoney, Guid?> idOf,
        Func<HeldMoney, string> periodOf
    )
    {
        var groups = given
            .Where(g => idOf(g) is not null)
            .GroupBy(g => (Id: idOf(g)!.Value, Period: periodOf(g)))
            .OrderBy(g => g.Key.Id)
            .ThenBy(g => g.Key.Period, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            batch.Add(
                $"""
                update budget_periods set "HeldNanoUsd" = "HeldNanoUsd" - {group.Sum(g => g.AmountNanoUsd)}
                where "Scope" = {BudgetWords.Of(scope)} and "ScopeId" = {group.Key.Id} and "Period" = {group.Key.Period}
                """
            );
        }
    }
}
