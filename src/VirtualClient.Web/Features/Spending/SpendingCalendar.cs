using System.Globalization;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Hours, days and months as the installation's clocks show them, also where a day has 23 or 25 hours.</summary>
internal sealed class SpendingCalendar(TimeZoneInfo zone)
{
    public SpendingCalendar(IOptions<InstallationOptions> installation)
        : this(ViewerTime.Find(installation.Value.TimeZone)) { }

    public TimeZoneInfo Zone => zone;

    /// <summary>Such as 2026-11-23.</summary>
    public string DayOf(DateTimeOffset at) => DateOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Such as 2026-11.</summary>
    public string MonthOf(DateTimeOffset at) => DateOf(at).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>When the hour began that this moment is in.</summary>
    public DateTimeOffset HourOf(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, 0, 0, local.Offset).ToUniversalTime();
    }

    /// <summary>The first moment of a day: midnight, the earlier of two midnights, or the end of a leap over it.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset =
            zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max()
            : zone.IsInvalidTime(midnight) ? zone.GetUtcOffset(midnight.AddHours(-3))
            : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    public DateTimeOffset EndOfDay(DateTimeOffset at) => StartOf(DateOf(at).AddDays(1));

    public DateTimeOffset EndOfMonth(DateTimeOffset at)
    {
        var day = DateOf(at);
        return StartOf(new DateOnly(day.Year, day.Month, 1).AddMonths(1));
    }

    /// <summary>The period of a budget that a moment is in; empty for a conversation, which has one only.</summary>
    public string PeriodOf(BudgetScope scope, DateTimeOffset at) =>
        scope switch
        {
            BudgetScope.Day => DayOf(at),
            BudgetScope.Conversation => "",
            _ => MonthOf(at),
        };

    /// <summary>When the period ends and there is money again; null for a conversation.</summary>
    public DateTimeOffset? EndOf(BudgetScope scope, DateTimeOffset at) =>
        scope switch
        {
            BudgetScope.Day => EndOfDay(at),
            BudgetScope.Conversation => null,
            _ => EndOfMonth(at),
        };
}
