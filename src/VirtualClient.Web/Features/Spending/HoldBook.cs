using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Gives back money that was held for calls which nobody makes any more.</summary>
internal sealed class HoldBook(IDbContextFactory<AppDbContext> factory, WriteGate gate, TimeProvider clock)
{
    /// <summary>Gives back what calls hold that nobody makes any more, in the caller's transaction. Ids that hold nothing are no mistake.</summary>
    public static async Task ReleaseAsync(AppDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var deletes = new SqlBatch(db);
        foreach (var id in ids)
        {
            deletes.Add(
                $"""delete from budget_holds where "Id" = {id} returning "AmountNanoUsd", "Day", "Month", "StudentId", "SectionId" """
            );
        }

        var given = await deletes.ReadAsync(HeldMoney.Read, cancellationToken);
        var updates = new SqlBatch(db);
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
