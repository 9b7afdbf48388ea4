using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Accounts;

public sealed class ProfileTests(EveryTest every)
{
    private const string Me = "/api/v1/me";

    [Fact]
    public async Task What_an_update_does_not_name_stays_as_it_is()
    {
        var student = await every.Host.NewStudentAsync();
        (await student.PatchAsync(Me, new { timeZone = "Europe/Berlin", theme = "dark" })).Is(200);
        (await student.PatchAsync(Me, new { deliverWhole = true })).Is(200);
        var me = (await student.GetAsync(Me)).Is(200);
        Assert.Equal(("Europe/Berlin", "dark"), (me.Text("timeZone"), me.Text("theme")));
        Assert.Equal((true, false), (me.Json!["deliverWhole"]!.GetValue<bool>(), me.Json!["hideClock"]!.GetValue<bool>()));
        Assert.Null((await student.PatchAsync(Me, new { timeZone = "" })).Is(200).Json!["timeZone"]);
    }

    [Fact]
    public async Task An_update_that_names_nothing_is_refused()
    {
        var student = await every.Host.NewStudentAsync();
        (await student.PatchAsync(Me, new { })).Is(400, "empty-update");
        (await student.PatchAsync(Me, new { favoriteColor = "green" })).Is(400);
    }

    [Fact]
    public async Task A_zone_that_does_not_exist_is_named_in_the_answer()
    {
        var student = await every.Host.NewStudentAsync();
        var answer = (await student.PatchAsync(Me, new { timeZone = "Mars/Olympus" })).Is(422, "invalid");
        Assert.NotNull(answer.Json!["errors"]!["timeZone"]);
        Assert.Null((await student.GetAsync(Me)).Json!["timeZone"]);
    }

    [Fact]
    public async Task A_theme_that_is_no_word_of_ours_is_malformed()
    {
        var student = await every.Host.NewStudentAsync();
        (await student.PatchAsync(Me, new { theme = "sepia" })).Is(400, "malformed");
        (await student.PatchAsync(Me, new { theme = 2 })).Is(400, "malformed");
    }

    [Fact]
    public async Task The_profile_page_saves_what_its_form_says_and_the_next_page_knows()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync("/profile");
        var saved = await browser.PostAsync("/accounts/profile", ("theme", "dark"), ("timeZone", ""), ("hideClock", "true"));
        Assert.Equal("/profile", saved.Location);
        var page = await browser.GetAsync("/profile");
        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        Assert.Equal("dark", page.Document.DocumentElement.GetAttribute("data-theme"));
        Assert.NotNull(page.Document.QuerySelector("input[name=hideClock][checked]"));
        await browser.PostAsync("/accounts/profile", ("theme", "light"), ("timeZone", "Mars/Olympus"));
        page = await browser.GetAsync("/profile");
        Assert.Contains("Choose a time zone by its name", page.Text, StringComparison.Ordinal);
        Assert.Equal("dark", page.Document.DocumentElement.GetAttribute("data-theme"));
    }
}
