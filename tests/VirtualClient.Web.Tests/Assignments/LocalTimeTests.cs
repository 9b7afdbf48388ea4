using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Tests.Assignments;

public sealed class LocalTimeTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Theory]
    [InlineData("2026-11-27T17:00", "2026-11-27T23:00:00Z")]
    [InlineData("2026-07-01T17:00", "2026-07-01T22:00:00Z")]
    // The clocks are put forward: 02:30 is never shown and means 03:00.
    [InlineData("2027-03-14T02:30", "2027-03-14T08:00:00Z")]
    [InlineData("2027-03-14T01:59", "2027-03-14T07:59:00Z")]
    // The clocks are put back: 01:30 is shown twice and means the first.
    [InlineData("2026-11-01T01:30", "2026-11-01T06:30:00Z")]
    [InlineData("2026-11-01T02:00", "2026-11-01T08:00:00Z")]
    public void What_a_wall_in_Chicago_shows_is_a_moment_in_UTC(string wall, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc), LocalTime.Parse(wall, Chicago));

    [Fact]
    public void Days_are_added_by_the_clock_on_the_wall()
    {
        var friday = DateTimeOffset.Parse("2026-10-30T22:00:00Z");
        Assert.Equal(DateTimeOffset.Parse("2026-11-06T23:00:00Z"), LocalTime.AddDays(friday, 7, Chicago));
        Assert.Equal("2026-10-30T17:00", LocalTime.Field(friday, Chicago));
        Assert.Equal(friday, LocalTime.AddDays(LocalTime.AddDays(friday, 7, Chicago), -7, Chicago));
    }

    [Fact]
    public void Nothing_entered_is_no_moment_and_nonsense_is_refused()
    {
        Assert.Null(LocalTime.Parse(" ", Chicago));
        Assert.Equal(422, Assert.Throws<DomainException>(() => LocalTime.Parse("tomorrow", Chicago)).Status);
    }
}
