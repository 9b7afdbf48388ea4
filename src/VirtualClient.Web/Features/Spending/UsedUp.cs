using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// Remembers which budgets refused a call, so that a message which could not be answered is not taken at all and its text stays in the box.
/// While nothing was refused this asks the database nothing; the true stop is <see cref="HoldLine"/>.
/// </summary>
internal sealed class UsedUp(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    BudgetBook book,
    SpendingCalendar calendar,
    SpendWatch watch,
    ModelCatalog catalog,
    TimeProvider clock
)
{
    /// <summary>By person; empty for the day's budget, which is everybody's.</summary>
    private readonly ConcurrentDictionary<Guid, Refusal> refusals = new();

    /// <summary>What this server has told the admin, so that not every refusal asks the database.</summary>
    private readonly ConcurrentDictionary<(BudgetScope, Guid, string), bool> told = new();

    /// <summary>Keeps a refusal in mind, and tells the admin once.</summary>
    public async Task RememberAsync(Refusal refusal, Payer payer, CancellationToken cancellationToken)
    {
        var who = refusal.Scope == BudgetScope.Day ? Guid.Empty : payer.StudentId ?? payer.TeacherId ?? Guid.Empty;
        refusals[who] = refusal;
        if (told.ContainsKey((refusal.Scope, refusal.ScopeId, refusal.Period)))
        {
            return;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var spent = (await StoredAsync(db, refusal, cancellationToken))?.SpentNanoUsd ?? 0;
        if (spent + refusal.NeededNanoUsd <= refusal.LimitNanoUsd)
        {
            // Other calls hold the rest for the moment; most of it comes back.
            return;
        }

        var period = new SpentPeriod(refusal.Scope, refusal.ScopeId, refusal.Period, spent);
        await gate.CommitAsync(db, () => watch.UsedUpAsync(db, payer, period, refusal.LimitNanoUsd, cancellationToken), cancellationToken);
        told[(refusal.Scope, refusal.ScopeId, refusal.Period)] = true;
    }

    /// <summary>Lets a message pass when there is money for its reply, as far as anybody knows.</summary>
    /// <exception cref="DomainException">"budget-used": a budget is used up; the message says until when.</exception>
    /// <param name="route">What the conversation was begun with, or null.</param>
    public async Task RequireRoomAsync(AppDbContext db, CurrentUser user, string? route, bool isTest, CancellationToken cancellationToken)
    {
        if (refusals.IsEmpty || !await CostsAsync(route, isTest, cancellationToken))
        {
            return;
        }

        foreach (var who in new[] { Guid.Empty, user.Id })
        {
            if (refusals.GetValueOrDefault(who) is not { } refusal)
            {
                continue;
            }

            var now = clock.GetUtcNow();
            var limit = (await book.BudgetsAsync(cancellationToken)).LimitOf(refusal.Scope, refusal.ScopeId);
            var isOver = refusal.Period != calendar.PeriodOf(refusal.Scope, now);
            var stored = isOver ? null : await StoredAsync(db, refusal, cancellationToken);
            var (spent, held) = (stored?.SpentNanoUsd ?? 0, stored?.HeldNanoUsd ?? 0);
            if (isOver || limit is null || spent + held + refusal.NeededNanoUsd <= limit)
            {
                refusals.TryRemove(who, out _);
                continue;
            }

            throw Sorry(user, refusal, spent, limit.Value, calendar.EndOf(refusal.Scope, now)!.Value);
        }
    }

    /// <summary>The built-in voice costs nothing, so it goes on.</summary>
    private async ValueTask<bool> CostsAsync(string? route, bool isTest, CancellationToken cancellationToken)
    {
        var chosen = route ?? (await book.DefaultsAsync(cancellationToken)).RouteFor(isTest);
        return chosen != TurnRequest.BuiltInRoute
            && (catalog.Find(chosen) is { } named ? !ModelCatalog.IsBuiltIn(named) : catalog.Default is not null);
    }

    private static Task<BudgetPeriod?> StoredAsync(AppDbContext db, Refusal refusal, CancellationToken cancellationToken) =>
        db.Set<BudgetPeriod>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                p => p.Scope == refusal.Scope && p.ScopeId == refusal.ScopeId && p.Period == refusal.Period,
                cancellationToken
            );

    private DomainException Sorry(CurrentUser user, Refusal refusal, long spent, long limit, DateTimeOffset until)
    {
        var whose = refusal.Scope switch
        {
            BudgetScope.Day => "Today's budget for conversations is used up.",
            BudgetScope.SectionMonth => "Your section's budget for this month is used up.",
            _ => "Your budget for conversations this month is used up.",
        };
        var details = new Dictionary<string, object?> { ["until"] = until };
        if (user.SeesCost)
        {
            details["budget"] = BudgetWords.Of(refusal.Scope);
            details["spentUsd"] = Money.Usd(spent);
            details["limitUsd"] = Money.Usd(limit);
        }

        return new DomainException(
            "budget-used",
            $"{whose} You can go on from {ViewerTime.Say(until, calendar.Zone)} ({calendar.Zone.Id}); your text is still in its box."
        )
        {
            Details = details,
        };
    }
}
