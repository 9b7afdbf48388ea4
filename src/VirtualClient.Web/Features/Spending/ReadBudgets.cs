using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

public sealed record BudgetExceptionView(string Budget, Guid Id, decimal LimitUsd);

/// <summary>The day's budget as it stands.</summary>
public sealed record TodayView(string Day, decimal SpentUsd, decimal HeldUsd, decimal LeftUsd, DateTimeOffset Until);

public sealed record BudgetsView(
    int Version,
    decimal ConversationWarningUsd,
    decimal ConversationCriticalUsd,
    decimal DayUsd,
    decimal? SectionMonthUsd,
    decimal? StudentMonthUsd,
    IReadOnlyList<BudgetExceptionView> Exceptions,
    DateTimeOffset? ChangedAt,
    Guid? ChangedBy,
    string TimeZone,
    TodayView Today
);

/// <summary>The budgets and what is left of the day.</summary>
internal sealed class ReadBudgets(AppDbContext db, SpendingCalendar calendar, TimeProvider clock)
{
    public async Task<BudgetsView> HandleAsync(CancellationToken cancellationToken) =>
        await ViewAsync(await db.Set<Budgets>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new Budgets(), cancellationToken);

    public async Task<BudgetsView> ViewAsync(Budgets budgets, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var day = calendar.DayOf(now);
        var today = await db.Set<BudgetPeriod>()
            .AsNoTracking()
            .FirstOrDefaultAsync(p => p.Scope == BudgetScope.Day && p.ScopeId == Guid.Empty && p.Period == day, cancellationToken);
        var (spent, held) = (today?.SpentNanoUsd ?? 0, today?.HeldNanoUsd ?? 0);
        return new BudgetsView(
            budgets.Version,
            Money.Usd(budgets.ConversationWarningNanoUsd),
            Money.Usd(budgets.ConversationCriticalNanoUsd),
            Money.Usd(budgets.DayNanoUsd),
            Money.Usd(budgets.SectionMonthNanoUsd),
            Money.Usd(budgets.StudentMonthNanoUsd),
            [.. budgets.Exceptions.Select(e => new BudgetExceptionView(BudgetWords.Of(e.Scope), e.Id, Money.Usd(e.LimitNanoUsd)))],
            budgets.ChangedAt,
            budgets.ChangedBy,
            calendar.Zone.Id,
            new TodayView(
                day,
                Money.Usd(spent),
                Money.Usd(held),
                Money.Usd(Math.Max(0, budgets.DayNanoUsd - spent - held)),
                calendar.EndOfDay(now)
            )
        );
    }
}
