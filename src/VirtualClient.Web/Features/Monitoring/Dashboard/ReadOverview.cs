using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Monitoring.Servers;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Web.Features.Monitoring.Dashboard;

/// <summary>One hour of the installation's clock.</summary>
/// <param name="InputTokens">All that was read, from the cache or not.</param>
public sealed record OverviewHour(DateTimeOffset From, long Tokens, long InputTokens, long OutputTokens, decimal CostUsd, long Calls);

/// <summary>What is going on now, what today came to so far, and the last 24 hours. "Today" is the installation's day.</summary>
/// <param name="ActiveConversations">Under way and not paused, tests too.</param>
/// <param name="CostPer1000TokensUsd">Of today; null without a token.</param>
/// <param name="CompletionRate">Of the conversations that ended today, the share that was not abandoned; null when none ended.</param>
/// <param name="MeanCostPerConversationUsd">Today's cost over the conversations in which something happened today; null without any.</param>
/// <param name="MessagesPerMinute">What students sent within the last 60 seconds.</param>
/// <param name="FirstTextMs">Median of the last hour; null without a reply.</param>
/// <param name="FirstTextSlowMs">Its 95th percentile.</param>
public sealed record OverviewView(
    int ActiveConversations,
    long TokensToday,
    decimal CostTodayUsd,
    int ConversationsTotal,
    decimal BudgetTodayUsd,
    decimal? CostPer1000TokensUsd,
    double? CompletionRate,
    decimal? MeanCostPerConversationUsd,
    int MessagesPerMinute,
    int RepliesLive,
    int RepliesWaiting,
    long? FirstTextMs,
    long? FirstTextSlowMs,
    long CallsToday,
    long FailedCallsToday,
    long InputTokensToday,
    long OutputTokensToday,
    string Day,
    string TimeZone,
    IReadOnlyList<OverviewHour> Hours,
    DateTimeOffset UpdatedAt
);

/// <summary>The figures of the dashboard in three questions to the database: counts, the hourly sums, and how long replies took to begin.</summary>
internal sealed class ReadOverview(AppDbContext db, ConversationCount before, SpendingCalendar calendar, TimeProvider clock)
{
    private const int HoursShown = 24;

    private sealed record HourSum(DateTimeOffset Hour, long Input, long Output, long CostNanoUsd, long Calls, long Failed);

    private sealed record Counts(
        int Active,
        int Newer,
        int Completed,
        int Abandoned,
        int Touched,
        int SentLately,
        int RepliesActive,
        int InLine,
        long? DayNanoUsd
    );

    public async Task<OverviewView> HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = calendar.StartOf(calendar.DateOf(now));
        var old = await before.BeforeAsync(cancellationToken);
        var counts = await CountAsync(now, today, old.Border, cancellationToken);
        var first = calendar.HourOf(now).AddHours(1 - HoursShown);
        var sums = await SumAsync(today < first ? today : first, cancellationToken);
        var (typical, slow) = await FirstTextAsync(now.AddHours(-1), cancellationToken);
        var day = sums.Where(s => s.Hour >= today).ToList();
        var (input, output, cost) = (day.Sum(s => s.Input), day.Sum(s => s.Output), day.Sum(s => s.CostNanoUsd));
        var ended = counts.Completed + counts.Abandoned;
        return new OverviewView(
            counts.Active,
            input + output,
            Money.Usd(cost),
            old.Count + counts.Newer,
            Money.Usd(counts.DayNanoUsd ?? new Budgets().DayNanoUsd),
            input + output == 0 ? null : Math.Round(Money.Usd(cost) * 1000 / (input + output), 6),
            ended == 0 ? null : Math.Round((double)counts.Completed / ended, 4),
            counts.Touched == 0 ? null : Math.Round(Money.Usd(cost) / counts.Touched, 6),
            counts.SentLately,
            Math.Max(0, counts.RepliesActive - counts.InLine),
            counts.InLine,
            typical,
            slow,
            day.Sum(s => s.Calls),
            day.Sum(s => s.Failed),
            input,
            output,
            calendar.DayOf(now),
            calendar.Zone.Id,
            Filled(first, sums),
            now
        );
    }

    /// <summary>Every hour, also those without a call.</summary>
    private static List<OverviewHour> Filled(DateTimeOffset first, List<HourSum> sums)
    {
        var hours = Enumerable.Range(0, HoursShown).Select(i => first.AddHours(i)).ToList();
        // Where clocks change by half an hour, an hour of the ledger begins between two of these; it counts for the one it begins in.
        var byHour = sums.ToLookup(s => hours.FindLastIndex(h => h <= s.Hour));
        return
        [
            .. hours.Select(
                (from, i) =>
                {
                    var (input, output) = (byHour[i].Sum(s => s.Input), byHour[i].Sum(s => s.Output));
                    var cost = Money.Usd(byHour[i].Sum(s => s.CostNanoUsd));
                    return new OverviewHour(from, input + output, input, output, cost, byHour[i].Sum(s => s.Calls));
                }
            ),
        ];
    }

    /// <summary>All counts in one statement; the role's row is only there to ask from.</summary>
    private Task<Counts> CountAsync(DateTimeOffset now, DateTimeOffset today, Guid border, CancellationToken cancellationToken)
    {
        var paused = now - Conversation.PausedAfter;
        var minute = now.AddSeconds(-60);
        var quiet = now - Server.QuietAfter;
        return db
            .Roles.Where(r => r.Name == Roles.Admin)
            .Select(_ => new Counts(
                db.Set<Conversation>().Count(c => c.Status == ConversationStatus.Active && c.LastActivityAt >= paused),
                db.Set<Conversation>().Count(c => c.Id.CompareTo(border) >= 0),
                // The end is the last that happens in a conversation, and its time is in an index.
                db.Set<Conversation>().Count(c => c.Status == ConversationStatus.Completed && c.LastActivityAt >= today),
                db.Set<Conversation>().Count(c => c.Status == ConversationStatus.Abandoned && c.LastActivityAt >= today),
                db.Set<Conversation>().Count(c => c.LastActivityAt >= today),
                db.Set<Message>().Count(m => m.SenderId != null && !m.InTest && m.SentAt > minute),
                db.Set<Message>().Count(m => m.Status == MessageStatus.Waiting || m.Status == MessageStatus.Streaming),
                db.Set<Server>().Where(s => s.SeenAt >= quiet).Sum(s => s.RepliesWaiting),
                db.Set<Budgets>().Where(b => b.Id == Budgets.OnlyId).Select(b => (long?)b.DayNanoUsd).SingleOrDefault()
            ))
            .SingleAsync(cancellationToken);
    }

    private Task<List<HourSum>> SumAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        db.Set<UsageHour>()
            .Where(h => h.Hour >= since)
            .GroupBy(h => h.Hour)
            .Select(g => new HourSum(
                g.Key,
                g.Sum(h => h.InputTokens + h.CacheWriteTokens + h.CacheReadTokens),
                g.Sum(h => h.OutputTokens),
                g.Sum(h => h.CostNanoUsd),
                g.Sum(h => h.Calls),
                g.Sum(h => h.FailedCalls)
            ))
            .ToListAsync(cancellationToken);

    /// <summary>Counted by the millisecond, so that a busy hour is a few thousand rows at most.</summary>
    private async Task<(long? Typical, long? Slow)> FirstTextAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var times = await db.Set<UsageRecord>()
            .Where(r => r.At >= since && r.Purpose == "reply" && r.FirstTextMs != null)
            .GroupBy(r => r.FirstTextMs!.Value)
            .Select(g => new { Ms = g.Key, Count = g.Count() })
            .OrderBy(g => g.Ms)
            .ToListAsync(cancellationToken);
        var all = times.Sum(t => t.Count);
        return (At(0.5), At(0.95));

        long? At(double share)
        {
            var left = (long)(share * all);
            foreach (var time in times)
            {
                if ((left -= time.Count) < 0)
                {
                    return time.Ms;
                }
            }

            return times.Count == 0 ? null : times[^1].Ms;
        }
    }
}
