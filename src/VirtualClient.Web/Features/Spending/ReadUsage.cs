using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>What was used, added up.</summary>
/// <param name="CacheReadShare">Of all input, from 0 to 1; null without input.</param>
public sealed record UsageSum(
    long Calls,
    long FailedCalls,
    long EstimatedCalls,
    long InputTokens,
    long OutputTokens,
    long CacheWriteTokens,
    long CacheReadTokens,
    long Tokens,
    decimal CostUsd,
    double? CacheReadShare
);

/// <param name="Key">The hour or day, the model, the purpose, or the id of the section, teacher or student; null: of none.</param>
/// <param name="Name">Of the section or teacher, as long as it exists; of students none: who it is has to be asked, and asking is kept.</param>
public sealed record UsageRow(string? Key, string? Name, UsageSum Usage);

/// <param name="From">The beginning of the first hour that counts.</param>
public sealed record UsageView(
    DateTimeOffset From,
    DateTimeOffset To,
    string By,
    string TimeZone,
    IReadOnlyList<UsageRow> Items,
    UsageSum Total
);

/// <summary>What models were used for, from the hourly sums; lines of the ledger are read for students only.</summary>
internal sealed class ReadUsage(AppDbContext db, SpendingCalendar calendar, TimeProvider clock)
{
    /// <summary>Rows of an answer at most: 31 days by hour, two years by day.</summary>
    private const int MostRows = 750;

    private sealed record Part(object Key, Sums Sums);

    private sealed record Sums(long Calls, long Failed, long Estimated, long Input, long Output, long Write, long Read, long Cost)
    {
        public static readonly Sums None = new(0, 0, 0, 0, 0, 0, 0, 0);

        public static Sums operator +(Sums a, Sums b) =>
            new(
                a.Calls + b.Calls,
                a.Failed + b.Failed,
                a.Estimated + b.Estimated,
                a.Input + b.Input,
                a.Output + b.Output,
                a.Write + b.Write,
                a.Read + b.Read,
                a.Cost + b.Cost
            );

        public UsageSum ToView()
        {
            var input = Input + Write + Read;
            return new UsageSum(
                Calls,
                Failed,
                Estimated,
                Input,
                Output,
                Write,
                Read,
                input + Output,
                Money.Usd(Cost),
                input == 0 ? null : Math.Round((double)Read / input, 4)
            );
        }
    }

    /// <exception cref="DomainException">400: no such way to add up, or a span that is empty or too long for it.</exception>
    public async Task<UsageView> HandleAsync(DateTimeOffset? from, DateTimeOffset? to, string? by, CancellationToken cancellationToken)
    {
        by ??= "day";
        var end = to ?? clock.GetUtcNow();
        var start = calendar.HourOf(from ?? (by == "hour" ? end.AddHours(-23) : end.AddDays(-30)));
        if (start >= end || (end - start).TotalDays > (by == "hour" ? MostRows / 24 : MostRows))
        {
            throw new DomainException("bad-range", "\"from\" comes before \"to\", by hour at most 31 days and otherwise 750.", 400);
        }

        var hours = db.Set<UsageHour>().AsNoTracking().Where(h => h.Hour >= start && h.Hour < end);
        var parts = by switch
        {
            "hour" => await AddUpAsync(hours, h => h.Hour, cancellationToken),
            "day" => await AddUpAsync(hours, h => h.Hour, cancellationToken),
            "model" => await AddUpAsync(hours, h => h.Model, cancellationToken),
            "purpose" => await AddUpAsync(hours, h => h.Purpose, cancellationToken),
            "section" => await AddUpAsync(hours, h => h.SectionId, cancellationToken),
            "teacher" => await AddUpAsync(hours, h => h.TeacherId, cancellationToken),
            "student" => await AddUpStudentsAsync(start, end, cancellationToken),
            _ => throw new DomainException("bad-filter", "\"by\" is hour, day, model, section, teacher, student or purpose.", 400),
        };
        var rows = by switch
        {
            "hour" => Filled(
                parts,
                Hours(start, end),
                at => calendar.HourOf(at).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            ),
            "day" => Filled(parts, Days(start, end), calendar.DayOf),
            _ => await NamedAsync(by, parts, cancellationToken),
        };
        var total = parts.Aggregate(Sums.None, (sum, part) => sum + part.Sums);
        return new UsageView(start, end, by, calendar.Zone.Id, rows, total.ToView());
    }

    private static async Task<List<Part>> AddUpAsync<T>(
        IQueryable<UsageHour> hours,
        Expression<Func<UsageHour, T>> key,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        var groups = await hours
            .GroupBy(key)
            .Select(g => new
            {
                g.Key,
                Sums = new Sums(
                    g.Sum(h => h.Calls),
                    g.Sum(h => h.FailedCalls),
                    g.Sum(h => h.EstimatedCalls),
                    g.Sum(h => h.InputTokens),
                    g.Sum(h => h.OutputTokens),
                    g.Sum(h => h.CacheWriteTokens),
                    g.Sum(h => h.CacheReadTokens),
                    g.Sum(h => h.CostNanoUsd)
                ),
            })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(g => new Part(g.Key, g.Sums))];
    }

    /// <summary>The hours do not know students; this one way of adding up reads the lines.</summary>
    private async Task<List<Part>> AddUpStudentsAsync(DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var groups = await db.Set<UsageRecord>()
            .Where(r => r.At >= start && r.At < end)
            .GroupBy(r => r.StudentId)
            .Select(g => new
            {
                g.Key,
                Sums = new Sums(
                    g.LongCount(),
                    g.LongCount(r => r.Outcome == "failed" || r.Outcome == "refused"),
                    g.LongCount(r => r.Estimated),
                    g.Sum(r => r.InputTokens),
                    g.Sum(r => r.OutputTokens),
                    g.Sum(r => r.CacheWriteTokens),
                    g.Sum(r => r.CacheReadTokens),
                    g.Sum(r => r.CostNanoUsd)
                ),
            })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(g => new Part(g.Key ?? Guid.Empty, g.Sums))];
    }

    /// <summary>Every hour or day of the span, also those without a call: a chart has no holes.</summary>
    private static List<UsageRow> Filled(List<Part> parts, IEnumerable<DateTimeOffset> all, Func<DateTimeOffset, string> keyOf)
    {
        var sums = parts
            .GroupBy(part => keyOf((DateTimeOffset)part.Key), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Aggregate(Sums.None, (sum, part) => sum + part.Sums), StringComparer.Ordinal);
        return [.. all.Select(at => keyOf(at)).Select(key => new UsageRow(key, null, (sums.GetValueOrDefault(key) ?? Sums.None).ToView()))];
    }

    private static IEnumerable<DateTimeOffset> Hours(DateTimeOffset start, DateTimeOffset end)
    {
        for (var at = start; at < end; at = at.AddHours(1))
        {
            yield return at;
        }
    }

    private IEnumerable<DateTimeOffset> Days(DateTimeOffset start, DateTimeOffset end)
    {
        for (var at = start; at < end; at = calendar.EndOfDay(at))
        {
            yield return at;
        }
    }

    private async Task<List<UsageRow>> NamedAsync(string by, List<Part> parts, CancellationToken cancellationToken)
    {
        var ids = parts.Select(part => part.Key).OfType<Guid>().ToArray();
        var names = by switch
        {
            "section" => await db.Set<CourseSection>()
                .Where(s => ids.Contains(s.Id))
                .ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken),
            "teacher" => await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken),
            _ => [],
        };
        return
        [
            .. parts
                .OrderByDescending(part => part.Sums.Cost)
                .ThenBy(part => part.Key.ToString(), StringComparer.Ordinal)
                .Select(part => new UsageRow(
                    part.Key is Guid id ? (id == Guid.Empty ? null : id.ToString()) : (string)part.Key,
                    part.Key is Guid known ? names.GetValueOrDefault(known) : null,
                    part.Sums.ToView()
                )),
        ];
    }
}
