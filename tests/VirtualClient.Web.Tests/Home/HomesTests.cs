using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Assignments;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Home;

/// <summary>What waits for a teacher, and the way of an assistant into the section.</summary>
public sealed class HomesTests(EveryTest every)
{
    [Fact]
    public async Task A_teachers_home_shows_what_goes_on_with_the_nearest_date_first()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Field Seminar" })).Is(201).Text("id");
        var room = new Classroom(every.Host, teacher, section);
        var soon = DateTimeOffset.UtcNow.AddDays(2);
        await GiveAsync("Always open", null, publish: true);
        var near = await GiveAsync("The near one", soon, publish: true);
        await GiveAsync("The far one", soon.AddDays(20), publish: true);
        await GiveAsync("Nobody has this", soon, publish: false);
        var (done, busy) = (await room.AddAsync(), await room.AddAsync());
        var held = (await near.BeginAsync(done)).Is(201).Text("id");
        (await done.PostAsync($"/api/v1/conversations/{held}/end")).Is(200);
        (await near.BeginAsync(busy)).Is(201);

        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        browser.Count = $"home of {email}";
        var page = await browser.GetAsync("/");
        var rows = page.Document.QuerySelectorAll("#due tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("The near one", rows[0], StringComparison.Ordinal);
        Assert.Contains("1 of 2", rows[0], StringComparison.Ordinal);
        Assert.Contains("The far one", rows[1], StringComparison.Ordinal);
        Assert.Contains("Always open", rows[2], StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"#sections a[href='/sections/{section}']"));
        Assert.InRange(every.Host.RoundTrips.Of(browser.Count).Count, 1, 6);

        async Task<Work> GiveAsync(string title, DateTimeOffset? dueAt, bool publish)
        {
            var work = await Work.InAsync(room, new { title, dueAt });
            (await teacher.PostAsync(work.Path + "/clients", new { clientId = (await work.ClientsAsync())[0] })).Is(201);
            if (publish)
            {
                (await teacher.PostAsync(work.Path + "/publish")).Is(200);
            }

            return work;
        }
    }

    [Fact]
    public async Task A_student_who_assists_finds_the_way_into_the_section()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        Assert.DoesNotContain("Sections you assist", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        (await room.EnrollAsync(email, "assistant")).Is(201);
        foreach (var path in new[] { "/", "/assignments" })
        {
            Assert.NotNull((await browser.GetAsync(path)).Document.QuerySelector("main a[href='/sections']"));
        }

        Assert.Contains("You assist", (await browser.GetAsync("/sections")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_closes_soon_leads_a_students_home_before_practice_and_until_it_is_done()
    {
        var soon = DateTimeOffset.UtcNow.AddHours(30);
        var work = await Work.PublishedAsync(every.Host, new { title = "First meeting", dueAt = soon }, clients: 2);
        var later = await Work.InAsync(work.Room, new { title = "Much later", dueAt = soon.AddDays(20) });
        (await work.Teacher.PostAsync(later.Path + "/clients", new { clientId = (await later.ClientsAsync())[0] })).Is(201);
        (await work.Teacher.PostAsync(later.Path + "/publish")).Is(200);
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        // Practice is under way, and yet.
        var practice = await Talk.StartAsync(student, 5);
        Assert.Equal($"/conversations/{practice.Id}", await LeadAsync("#resume-h"));
        (await work.Room.EnrollAsync(email)).Is(201);
        var seen = (await work.SeenByAsync(student))["clients"]!.AsArray().Select(c => c!["client"]!["id"]!.GetValue<string>()).ToList();
        Assert.Equal($"/assignments/{work.Id}/clients/{seen[0]}", await LeadAsync("#due-h"));
        await practice.EndAsync();
        Assert.Equal($"/assignments/{work.Id}/clients/{seen[0]}", await LeadAsync("#due-h"));

        var begun = new Talk(student, (await work.BeginAsync(student)).Is(201).Text("id"));
        await begun.SayAsync(Talk.Lines[0]);
        Assert.Equal($"/conversations/{begun.Id}", await LeadAsync("#resume-h"));
        await begun.EndAsync();
        Assert.Equal($"/assignments/{work.Id}/clients/{seen[1]}", await LeadAsync("#due-h"));
        await new Talk(student, (await work.BeginAsync(student, 1)).Is(201).Text("id")).EndAsync();
        Assert.Null((await browser.GetAsync("/")).Document.QuerySelector("#due-h"));

        // The first thing on the page, and the only one that leads.
        async Task<string?> LeadAsync(string heading)
        {
            var page = await browser.GetAsync("/");
            var lead = Assert.Single(page.Document.QuerySelectorAll("section.bold"));
            Assert.NotNull(lead.QuerySelector(heading));
            return lead.QuerySelector("a.btn.lit")!.GetAttribute("href");
        }
    }
}
