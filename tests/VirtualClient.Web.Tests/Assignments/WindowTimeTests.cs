using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>Windows are entered and shown by the clock on the viewer's wall, and kept in UTC, wherever the server stands.</summary>
public sealed class WindowTimeTests(EveryTest every)
{
    private const string Chicago = "America/Chicago";

    [Fact]
    public async Task A_window_across_the_night_when_clocks_are_put_back_is_what_the_teachers_wall_shows()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        (await teacher.PatchAsync("/api/v1/me", new { timeZone = Chicago })).Is(200);
        var room = new Classroom(
            every.Host,
            teacher,
            (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id")
        );
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var work = await CreateAsync(browser, teacher, room.Path, room.Id, "2026-10-31T17:00", "2026-11-02T17:00");
        var stored = (await teacher.GetAsync(work)).Is(200).Json!;
        Assert.Equal("2026-10-31T22:00:00Z", Utc(stored["availableFrom"]!.GetValue<DateTimeOffset>()));
        Assert.Equal("2026-11-02T23:00:00Z", Utc(stored["dueAt"]!.GetValue<DateTimeOffset>()));
        var editor = await browser.GetAsync(work.Replace("/api/v1", "/teaching", StringComparison.Ordinal));
        Assert.Equal("2026-10-31T17:00", editor.Document.QuerySelector("#from")!.GetAttribute("value"));
        Assert.Equal("2026-11-02T17:00", editor.Document.QuerySelector("#due")!.GetAttribute("value"));

        var client = (await teacher.GetAsync("/api/v1/clients/templates")).Items[0]!["id"]!.GetValue<string>();
        (await teacher.PostAsync(work + "/clients", new { clientId = client })).Is(201);
        (await teacher.PostAsync(work + "/publish")).Is(200);
        Assert.Equal(("Sat 31 Oct, 17:00 CDT", "Mon 2 Nov, 17:00 CST"), await SeenFromAsync(room, work, Chicago));
        Assert.Equal(("Sat 31 Oct, 22:00 UTC", "Mon 2 Nov, 23:00 UTC"), await SeenFromAsync(room, work, "UTC"));
    }

    [Fact]
    public async Task A_server_that_stands_in_another_zone_keeps_and_shows_the_same_moments()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        await using var server = await ServerProcess.StartInZoneAsync(database.Connection, "Development", "Pacific/Auckland");
        var teacher = await server.SignInAsync("teacher@demo.test", "practice-makes-better");
        (await teacher.PatchAsync("/api/v1/me", new { timeZone = Chicago })).Is(200);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var browser = server.Browser();
        await browser.SignInAsync("teacher@demo.test", "practice-makes-better");
        // The night when clocks are put forward: 02:30 is never shown in Chicago and means 03:00.
        var work = await CreateAsync(browser, teacher, $"/api/v1/sections/{section}", section, "2027-03-14T01:00", "2027-03-14T02:30");
        var stored = (await teacher.GetAsync(work)).Is(200).Json!;
        Assert.Equal("2027-03-14T07:00:00Z", Utc(stored["availableFrom"]!.GetValue<DateTimeOffset>()));
        Assert.Equal("2027-03-14T08:00:00Z", Utc(stored["dueAt"]!.GetValue<DateTimeOffset>()));
        Assert.Equal("upcoming", stored["window"]!.GetValue<string>());
        var editor = await browser.GetAsync(work.Replace("/api/v1", "/teaching", StringComparison.Ordinal));
        Assert.Equal("2027-03-14T03:00", editor.Document.QuerySelector("#due")!.GetAttribute("value"));
        var list = (await browser.GetAsync($"/sections/{section}")).Text;
        Assert.Contains("03:00 CDT", list, StringComparison.Ordinal);
        Assert.EndsWith(
            "Z",
            stored["createdAt"]!.GetValue<string>().Replace("+00:00", "Z", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reply_that_has_begun_when_the_time_is_over_is_finished_and_then_the_conversation_ends()
    {
        var clock = new MovableClock();
        await using var host = await WebHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            "BuiltInVoice:MinDuration=00:00:05",
            "BuiltInVoice:MaxDuration=00:00:06"
        );
        var work = await Work.PublishedAsync(host, new { title = "First meeting", dueAt = clock.GetUtcNow().AddMinutes(10) });
        var student = await work.Room.AddAsync();
        var talk = new Talk(student, (await work.BeginAsync(student)).Is(201).Text("id"));
        var sent = (await talk.SendAsync(Talk.Lines[1])).Is(202);
        clock.Move(TimeSpan.FromMinutes(10));
        (await talk.SendAsync(Talk.Lines[2])).Is(409);
        var reply = await talk.ReplyAsync(sent.Text("replyId"), status => status is not ("waiting" or "streaming"));
        Assert.Equal("complete", reply["status"]!.GetValue<string>());
        Assert.NotEmpty(reply["text"]!.GetValue<string>());
        var ended = await student.EventsAsync(talk.Path + "/events", e => e.Type == "conversation-ended");
        Assert.Equal("due", ended[^1].Data["reason"]!.GetValue<string>());
    }

    /// <returns>The address of the assignment in the API.</returns>
    private static async Task<string> CreateAsync(
        BrowserClient browser,
        ApiClient teacher,
        string path,
        string section,
        string from,
        string due
    )
    {
        await browser.GetAsync($"/teaching/sections/{section}/new");
        await browser.PostAsync(
            $"/teaching/sections/{section}/create",
            ("title", "First meeting"),
            ("kind", "practice"),
            ("availableFrom", from),
            ("dueAt", due)
        );
        var made = Assert.Single((await teacher.GetAsync(path + "/assignments")).Is(200).Items)!;
        return "/api/v1/assignments/" + made["id"]!.GetValue<string>();
    }

    /// <summary>Opening and closing as a student there reads them.</summary>
    private static async Task<(string Opens, string Closes)> SeenFromAsync(Classroom room, string work, string zone)
    {
        var (email, password) = await room.Host.NewAccountAsync(Roles.Student);
        (await room.EnrollAsync(email)).Is(201);
        (await (await room.Host.SignInAsync(email, password)).PatchAsync("/api/v1/me", new { timeZone = zone })).Is(200);
        var browser = room.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync(work["/api/v1".Length..]);
        var facts = page.Document.QuerySelectorAll("aside dl.facts dd").Select(dd => dd.TextContent.Trim()).ToList();
        return (facts[0], facts[1]);
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
