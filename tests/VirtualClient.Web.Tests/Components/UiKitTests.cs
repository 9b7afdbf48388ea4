using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using VirtualClient.Web.Components;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Components.Ui.Charts;
using VirtualClient.Web.Components.Ui.Record;

namespace VirtualClient.Web.Tests.Components;

public sealed class UiKitTests
{
    [Theory]
    [InlineData("/sections/4?tab=roster", "/sections/4?tab=roster")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void A_form_returns_to_this_site_only(string? address, string expected) => Assert.Equal(expected, LocalAddress.OrHome(address));

    [Fact]
    public void A_status_message_is_shown_once_and_only_if_this_server_wrote_it()
    {
        var messages = new StatusMessages(new EphemeralDataProtectionProvider());
        var first = new DefaultHttpContext();
        messages.Set(first, Tone.Good, "Feedback released | to Priya.");
        var cookie = first.Response.Headers.SetCookie.ToString().Split(';')[0];

        var second = new DefaultHttpContext();
        second.Request.Headers.Cookie = cookie;
        Assert.Equal((Tone.Good, "Feedback released | to Priya."), messages.Take(second));
        Assert.Contains("expires=Thu, 01 Jan 1970", second.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);

        var forged = new DefaultHttpContext();
        forged.Request.Headers.Cookie = "vc-status=1|Your%20account%20is%20closed";
        Assert.Null(messages.Take(forged));
    }

    [Theory]
    [InlineData("Dr Helen Marsh", "HM")]
    [InlineData("Cher", "C")]
    [InlineData("Mary Ann van Dyke", "MD")]
    [InlineData("", "?")]
    [InlineData("42", "?")]
    public void Initials_leave_the_title_out(string name, string expected) => Assert.Equal(expected, Initials.Of(name));

    [Fact]
    public void A_hue_stays_with_its_id_and_hues_spread()
    {
        Assert.Equal(Hue.Of("018f-42"), Hue.Of("018f-42"));
        var hues = Enumerable.Range(0, 500).Select(i => Hue.Of($"client-{i}")).ToList();
        Assert.All(hues, hue => Assert.InRange(hue, 0, 355));
        Assert.True(hues.Distinct().Count() > 60, "hues should use most of the circle");
    }

    [Theory]
    [InlineData("*looks away* Not like that.\nI don’t know.", "cue:looks away|Not like that.|I don’t know.")]
    [InlineData("For me? *a short laugh* Long.", "For me?|cue:a short laugh|Long.")]
    [InlineData("I was going to say *loo", "I was going to say *loo")]
    [InlineData("** Fine.", "Fine.")]
    [InlineData("", "")]
    public void A_reply_is_split_into_words_and_cues(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Spoken.Split(text).Select(p => p.IsCue ? "cue:" + p.Text : p.Text)));

    [Theory]
    [InlineData("/sections", "/sections", true)]
    [InlineData("/sections", "/sections/4", true)]
    [InlineData("/sections", "/sectionsx", false)]
    [InlineData("/", "/sections", false)]
    public void A_place_in_the_navigation_holds_what_lies_below_it(string href, string path, bool expected) =>
        Assert.Equal(expected, new NavEntry("teacher", 1, "x", href, "home").Holds(path));

    [Theory]
    [InlineData(587, 600)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(0.037, 0.04)]
    public void An_axis_ends_on_a_round_figure_at_or_above_the_largest_value(double largest, double expected)
    {
        var scale = ChartScale.For([largest, null], 0, null);
        Assert.Equal(expected, scale.Max, 9);
        Assert.Equal(5, scale.Ticks.Count);
    }

    [Fact]
    public void A_line_has_a_gap_where_nothing_was_measured_and_stays_inside_the_plot()
    {
        var scale = ChartScale.For([], 0, 4);
        var runs = ChartPath.Runs([1, 9, null, 2], scale);
        Assert.Equal([2, 1], runs.Select(r => r.Count));
        Assert.Equal(0, runs[0][1].Y);
        Assert.Equal("M100 50h.01", ChartPath.Smooth(runs[1]));
    }
}
