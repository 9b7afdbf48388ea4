using System.Globalization;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Web.Tests.Spending;

/// <summary>A day of a budget is the day that the clocks of the installation show.</summary>
public sealed class SpendingCalendarTests
{
    [Theory]
    [InlineData("2026-11-23T05:59:59Z", "2026-11-22", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-23", "2026-11-24T06:00:00Z")]
    // 23 hours: at two in the morning the clocks go on to three.
    [InlineData("2026-03-08T06:00:00Z", "2026-03-08", "2026-03-09T05:00:00Z")]
    [InlineData("2026-03-09T04:59:59Z", "2026-03-08", "2026-03-09T05:00:00Z")]
    // 25 hours: the second of two hours from one to two is still the same day.
    [InlineData("2026-11-01T05:00:00Z", "2026-11-01", "2026-11-02T06:00:00Z")]
    [InlineData("2026-11-01T07:30:00Z", "2026-11-01", "2026-11-02T06:00:00Z")]
    [InlineData("2026-11-02T05:59:59Z", "2026-11-01", "2026-11-02T06:00:00Z")]
    public void A_day_in_Chicago_ends_at_its_own_midnight(string at, string day, string end)
    {
        var calendar = In("America/Chicago");
        Assert.Equal(day, calendar.DayOf(At(at)));
        Assert.Equal(At(end), calendar.EndOfDay(At(at)));
    }

    /// <summary>There is no midnight: the clocks leap from midnight to one.</summary>
    [Fact]
    public void A_day_without_a_midnight_begins_when_the_clocks_have_leapt()
    {
        var calendar = In("America/Havana");
        var leap = At("2026-03-08T05:00:00Z");
        Assert.Equal(leap, calendar.StartOf(new DateOnly(2026, 3, 8)));
        Assert.Equal("2026-03-07", calendar.DayOf(leap.AddSeconds(-1)));
        Assert.Equal("2026-03-08", calendar.DayOf(leap));
    }

    /// <summary>Midnight comes twice: the first begins the day.</summary>
    [Fact]
    public void A_day_with_two_midnights_begins_with_the_first()
    {
        var calendar = In("America/Havana");
        Assert.Equal(At("2026-11-01T04:00:00Z"), calendar.StartOf(new DateOnly(2026, 11, 1)));
        Assert.Equal("2026-10-31", calendar.DayOf(At("2026-11-01T03:59:59Z")));
        Assert.Equal("2026-11-01", calendar.DayOf(At("2026-11-01T05:30:00Z")));
    }

    [Theory]
    [InlineData("America/Chicago", "2026-11-23T14:59:00Z", "2026-11-23T14:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-23T14:59:00Z", "2026-11-23T14:30:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-23T14:29:00Z", "2026-11-23T13:30:00Z")]
    [InlineData("America/Chicago", "2026-11-01T07:30:00Z", "2026-11-01T07:00:00Z")]
    public void An_hour_begins_as_the_clocks_strike(string zone, string at, string hour) => Assert.Equal(At(hour), In(zone).HourOf(At(at)));

    [Fact]
    public void Every_moment_of_a_year_is_in_the_day_between_its_start_and_its_end()
    {
        foreach (var zone in new[] { "America/Chicago", "America/Havana", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland" })
        {
            var calendar = In(zone);
            for (var at = At("2026-01-01T00:00:00Z"); at < At("2027-01-01T00:00:00Z"); at = at.AddMinutes(30))
            {
                var day = calendar.DateOf(at);
                Assert.True(calendar.StartOf(day) <= at && at < calendar.EndOfDay(at), $"{zone} {at:O}");
                Assert.Equal(calendar.EndOfDay(at), calendar.StartOf(day.AddDays(1)));
            }
        }
    }

    [Fact]
    public void A_month_ends_with_its_last_day()
    {
        var calendar = In("America/Chicago");
        Assert.Equal("2026-11", calendar.MonthOf(At("2026-12-01T05:59:59Z")));
        Assert.Equal(At("2026-12-01T06:00:00Z"), calendar.EndOfMonth(At("2026-11-01T05:00:00Z")));
    }

    private static SpendingCalendar In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
