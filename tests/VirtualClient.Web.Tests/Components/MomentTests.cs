using VirtualClient.Web.Components.Ui;

namespace VirtualClient.Web.Tests.Components;

public sealed class MomentTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 12, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-27T23:00:00Z", "Fri 27 Nov, 17:00")]
    [InlineData("2027-01-04T15:30:00Z", "Mon 4 Jan 2027, 09:30")]
    public void A_moment_is_written_in_the_viewers_zone_and_names_another_year(string at, string expected) =>
        Assert.Equal(expected, Moment.Text(DateTimeOffset.Parse(at), Chicago, Now, TimeFormat.DateAndTime));

    [Theory]
    [InlineData("2026-11-27T23:00:00Z", "CST")]
    [InlineData("2026-07-01T12:00:00Z", "CDT")]
    public void The_zone_is_named_as_it_is_at_that_moment(string at, string expected) =>
        Assert.Equal(expected, Moment.ZoneName(Chicago, DateTimeOffset.Parse(at)));

    [Fact]
    public void A_zone_without_a_short_name_shows_its_offset()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromMinutes(345), "Kathmandu time", "Kathmandu time");
        Assert.Equal("UTC+5:45", Moment.ZoneName(zone, Now));
    }

    [Theory]
    [InlineData(-30, "just now")]
    [InlineData(-240, "4 minutes ago")]
    [InlineData(3600, "in 1 hour")]
    [InlineData(-172_800, "2 days ago")]
    [InlineData(-2_592_000, "Sat 24 Oct")]
    public void Near_moments_are_told_by_their_distance(int seconds, string expected) =>
        Assert.Equal(expected, Moment.Text(Now.AddSeconds(seconds), Chicago, Now, TimeFormat.Relative));

    [Theory]
    [InlineData(1274, "21:14")]
    [InlineData(3909, "1:05:09")]
    [InlineData(-5, "0:00")]
    public void A_clock_never_runs_below_nothing(int seconds, string expected) =>
        Assert.Equal(expected, Moment.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(30, "30 minutes")]
    [InlineData(60, "1 hour")]
    [InlineData(61, "1 hour 1 minute")]
    public void A_length_is_said_in_words(int minutes, string expected) =>
        Assert.Equal(expected, Moment.Length(TimeSpan.FromMinutes(minutes)));
}
