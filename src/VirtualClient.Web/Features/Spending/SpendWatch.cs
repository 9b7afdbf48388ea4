using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Tells when a budget passes a mark: once for each mark and period, in the transaction that passed it.</summary>
internal sealed class SpendWatch(BudgetBook book, SpendingCalendar calendar, TimeProvider clock)
{
    /// <summary>Marks of a conversation, which has no limit to be a percentage of.</summary>
    public const int Warning = 1;
    private const int Critical = 2;
    private const int Full = 100;

    private sealed record Mark(int Number, long AtNanoUsd);

    /// <summary>Looks at periods that have just been added to.</summary>
    public async Task LookAsync(
        AppDbContext db,
        Payer payer,
        IReadOnlyList<SpentPeriod> periods,
        long addedNanoUsd,
        CancellationToken cancellationToken
    )
    {
        if (addedNanoUsd == 0)
        {
            return;
        }

        var budgets = await book.BudgetsAsync(cancellationToken);
        foreach (var period in periods)
        {
            var before = period.SpentNanoUsd - addedNanoUsd;
            foreach (var mark in Marks(budgets, period).Where(mark => before < mark.AtNanoUsd && period.SpentNanoUsd >= mark.AtNanoUsd))
            {
                await TellAsync(db, payer, period, mark, cancellationToken);
            }
        }
    }

    /// <summary>A call was refused: the budget counts as used up, though a little may be left that no call fits into.</summary>
    public Task UsedUpAsync(AppDbContext db, Payer payer, SpentPeriod period, long limitNanoUsd, CancellationToken cancellationToken) =>
        TellAsync(db, payer, period, new Mark(Full, limitNanoUsd), cancellationToken);

    private static IEnumerable<Mark> Marks(Budgets budgets, SpentPeriod period)
    {
        if (period.Scope == BudgetScope.Conversation)
        {
            return [new(Warning, budgets.ConversationWarningNanoUsd), new(Critical, budgets.ConversationCriticalNanoUsd)];
        }

        int[] percents = period.Scope == BudgetScope.Day ? [50, 80, Full] : [80, Full];
        return budgets.LimitOf(period.Scope, period.ScopeId) is { } limit
            ? percents.Select(percent => new Mark(percent, (long)Math.Ceiling(limit * (decimal)percent / 100)))
            : [];
    }

    private async Task TellAsync(AppDbContext db, Payer payer, SpentPeriod period, Mark mark, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The day's budget is everybody's, whoever's call came to the mark.
        var whose = period.Scope == BudgetScope.Day ? Payer.Nobody : payer;
        var batch = new SqlBatch(db);
        batch.Add(
            $"""
            insert into cost_alerts ("Scope", "ScopeId", "Period", "Mark", "At", "SpentNanoUsd", "MarkNanoUsd", "StudentId", "SectionId", "TeacherId")
            values ({BudgetWords.Of(period.Scope)}, {period.ScopeId}, {period.Period}, {mark.Number}, {now}, {period.SpentNanoUsd},
              {mark.AtNanoUsd}, {whose.StudentId}, {whose.SectionId}, {whose.TeacherId})
            on conflict ("Scope", "ScopeId", "Period", "Mark") do nothing returning "Mark"
            """
        );
        if ((await batch.ReadAsync(_ => true, cancellationToken)).Count == 0)
        {
            return;
        }

        var (severity, sentence) = Words(period, mark);
        db.Add(
            new Problem
            {
                Code = $"{BudgetWords.Of(period.Scope)}-budget",
                Source = "budget",
                Severity = severity,
                Sentence = sentence,
                Details = Details(whose, period, mark, now),
                FirstSeenAt = now,
                LastSeenAt = now,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private static (Severity, string) Words(SpentPeriod period, Mark mark) =>
        (period.Scope, mark.Number) switch
        {
            (BudgetScope.Conversation, Warning) => (Severity.Medium, $"A conversation has cost {Usd(mark.AtNanoUsd)}."),
            (BudgetScope.Conversation, _) => (Severity.High, $"A conversation has cost {Usd(mark.AtNanoUsd)}, far more than usual."),
            (BudgetScope.Day, Full) => (Severity.Critical, "The budget of the day is used up; no model is called until tomorrow."),
            (BudgetScope.Day, 80) => (Severity.High, "80 % of the day's budget is spent."),
            (BudgetScope.Day, _) => (Severity.Medium, $"{mark.Number} % of the day's budget is spent."),
            (BudgetScope.SectionMonth, Full) => (Severity.High, "A section has used up its budget for this month."),
            (BudgetScope.SectionMonth, _) => (Severity.Medium, $"A section has spent {mark.Number} % of its budget for this month."),
            (_, Full) => (Severity.Medium, "A student has used up their budget for this month."),
            _ => (Severity.Low, $"A student has spent {mark.Number} % of their budget for this month."),
        };

    /// <summary>Who, how much, until when; ids only.</summary>
    private string Details(Payer whose, SpentPeriod period, Mark mark, DateTimeOffset now)
    {
        var parts = new List<string> { $"spent {Usd(period.SpentNanoUsd)}", $"mark {Usd(mark.AtNanoUsd)}" };
        Name(period.Scope == BudgetScope.Conversation ? whose.ConversationId : null, "conversation");
        Name(period.Scope == BudgetScope.SectionMonth ? null : whose.StudentId, "student");
        Name(whose.SectionId, "section");
        Name(whose.TeacherId, "teacher");
        if (calendar.EndOf(period.Scope, now) is { } end)
        {
            parts.Add($"until {end.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        }

        return string.Join("; ", parts);

        void Name(Guid? id, string what)
        {
            if (id is { } known)
            {
                parts.Add($"{what} {known}");
            }
        }
    }

    private static string Usd(long nano) => string.Create(CultureInfo.InvariantCulture, $"${Money.Usd(nano):0.00##}");
}
