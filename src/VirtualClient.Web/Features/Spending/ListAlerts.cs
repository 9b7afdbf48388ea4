using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Who spent how much, and until when it counts.</summary>
/// <param name="Budget">day, section-month, student-month or conversation.</param>
/// <param name="Mark">50, 80 or 100 percent; warning or critical for a conversation.</param>
public sealed record AlertView(
    string Budget,
    string Mark,
    Guid? Id,
    string Period,
    decimal SpentUsd,
    decimal MarkUsd,
    Guid? StudentId,
    string? StudentName,
    Guid? SectionId,
    Guid? TeacherId,
    DateTimeOffset At,
    DateTimeOffset? Until
);

/// <summary>The marks that budgets have passed: a teacher's own sections and tests, everything for an admin.</summary>
internal sealed class ListAlerts(AppDbContext db, SpendingCalendar calendar)
{
    /// <summary>Newest first.</summary>
    public async Task<KeysetPage<AlertView>> HandleAsync(CurrentUser user, int? limit, string? after, CancellationToken cancellationToken)
    {
        var take = KeysetPosition.Limit(limit);
        var alerts = db.Set<CostAlert>().AsNoTracking().Where(a => user.IsAdmin || a.TeacherId == user.Id);
        if (KeysetPosition.Decode(after) is { } position)
        {
            alerts = alerts.Where(a => a.At < position.At || (a.At == position.At && a.ScopeId.CompareTo(position.Id) < 0));
        }

        var rows = await alerts
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.ScopeId)
            .Take(take + 1)
            .Select(a => new { Alert = a, Name = db.Users.Where(u => u.Id == a.StudentId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var items = rows.Take(take).ToList();
        var next = rows.Count > take ? new KeysetPosition(items[^1].Alert.At, items[^1].Alert.ScopeId).Encode() : null;
        return new KeysetPage<AlertView>([.. items.Select(row => View(row.Alert, row.Name))], next);
    }

    private AlertView View(CostAlert alert, string? student) =>
        new(
            BudgetWords.Of(alert.Scope),
            alert.Scope != BudgetScope.Conversation ? $"{alert.Mark} %"
                : alert.Mark == SpendWatch.Warning ? "warning"
                : "critical",
            alert.ScopeId == Guid.Empty ? null : alert.ScopeId,
            alert.Period,
            Money.Usd(alert.SpentNanoUsd),
            Money.Usd(alert.MarkNanoUsd),
            alert.StudentId,
            student,
            alert.SectionId,
            alert.TeacherId,
            alert.At,
            calendar.EndOf(alert.Scope, alert.At)
        );
}
