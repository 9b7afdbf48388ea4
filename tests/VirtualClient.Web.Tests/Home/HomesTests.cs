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
}
