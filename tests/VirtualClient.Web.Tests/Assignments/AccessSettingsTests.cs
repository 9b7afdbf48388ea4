using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>What a teacher sets for one student holds for every limit of that student and for nobody else's.</summary>
public sealed class AccessSettingsTests(EveryTest every)
{
    private sealed record Person(ApiClient Api, string Email, string Password);

    private static async Task<Person> JoinAsync(Classroom room)
    {
        var (email, password) = await room.Host.NewAccountAsync(Roles.Student);
        (await room.EnrollAsync(email)).Is(201);
        return new Person(await room.Host.SignInAsync(email, password), email, password);
    }

    private static async Task SetAsync(Classroom room, Person person, object settings) =>
        (await room.Teacher.PatchAsync($"{room.Path}/enrollments/{await Classroom.IdOfAsync(person.Api)}", settings)).Is(200);

    private static async Task<BrowserClient> BrowserAsync(Classroom room, Person person)
    {
        var browser = room.Host.Browser();
        await browser.SignInAsync(person.Email, person.Password);
        return browser;
    }

    [Theory]
    [InlineData("standard", 20, 120)]
    [InlineData("quarter", 25, 150)]
    [InlineData("half", 30, 180)]
    [InlineData("double", 40, 240)]
    [InlineData("unlimited", null, null)]
    public async Task Extra_time_stretches_the_limit_of_the_assignment_and_the_longest_time_of_any_conversation(
        string extraTime,
        int? limit,
        int? longest
    )
    {
        var settings = new { timeLimitMinutes = 20 };
        var work = await Work.PublishedAsync(every.Host, new { title = "First meeting", settings });
        var free = await Work.InAsync(work.Room, new { title = "No limit of its own" });
        (await work.Teacher.PostAsync(free.Path + "/clients", new { clientId = (await free.ClientsAsync())[0] })).Is(201);
        (await work.Teacher.PostAsync(free.Path + "/publish")).Is(200);
        var (student, other) = (await JoinAsync(work.Room), await JoinAsync(work.Room));
        await SetAsync(work.Room, student, new { version = 1, extraTime });

        Assert.Equal(limit, (await work.SeenByAsync(student.Api))["timeLimitMinutes"]?.GetValue<double>());
        var begun = (await work.BeginAsync(student.Api)).Is(201);
        Assert.Equal(limit, begun.Json!["attempt"]!["timeLimitMinutes"]?.GetValue<double>());
        Assert.Equal(limit, Left(begun));
        Assert.Equal((limit, longest), await StoredAsync(begun));

        var unlimited = (await free.BeginAsync(student.Api)).Is(201);
        Assert.Equal(longest, Left(unlimited));
        Assert.Equal((null, longest), await StoredAsync(unlimited));
        // Practice belongs to no section; whoever needs more time needs it there too.
        var clientId = (await work.ClientsAsync())[0];
        Assert.Equal(longest, Left((await student.Api.PostAsync("/api/v1/conversations", new { clientId })).Is(201)));

        var others = (await work.BeginAsync(other.Api)).Is(201);
        Assert.Equal((20, 120), await StoredAsync(others));
        Assert.Equal(120, Left((await other.Api.PostAsync("/api/v1/conversations", new { clientId })).Is(201)));
    }

    [Fact]
    public async Task Twice_the_time_is_set_with_the_form_and_holds_for_what_is_under_way()
    {
        var work = await Work.PublishedAsync(every.Host, new { title = "First meeting", settings = new { timeLimitMinutes = 20 } });
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        (await work.Room.EnrollAsync(email, "teacher")).Is(201);
        var student = await JoinAsync(work.Room);
        var begun = (await work.BeginAsync(student.Api)).Is(201);
        var browser = await BrowserAsync(work.Room, new Person(student.Api, email, password));
        var path = $"/sections/{work.Room.Id}/people/{await Classroom.IdOfAsync(student.Api)}";
        Assert.Contains("Twice the time", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
        var form = (await browser.GetAsync(path)).Document.QuerySelector("form:has([name=extraTime])")!;
        var version = form.QuerySelector("[name=version]")!.GetAttribute("value")!;
        Assert.Equal(
            path,
            (
                await browser.PostAsync(
                    form.GetAttribute("action")!,
                    ("version", version),
                    ("role", "student"),
                    ("extraTime", "double"),
                    ("clockHidden", "true")
                )
            ).Location
        );
        var saved = (await browser.GetAsync(path)).Document;
        Assert.True(saved.QuerySelector("[name=extraTime][value=double]")!.HasAttribute("checked"));
        Assert.True(saved.QuerySelector("[name=clockHidden]")!.HasAttribute("checked"));
        Assert.Equal((40, 240), await StoredAsync(begun));
    }

    [Fact]
    public async Task A_hidden_clock_is_nowhere_on_the_page_and_the_limit_still_holds()
    {
        var work = await Work.PublishedAsync(every.Host, new { title = "First meeting", settings = new { timeLimitMinutes = 20 } });
        var (student, other) = (await JoinAsync(work.Room), await JoinAsync(work.Room));
        await SetAsync(work.Room, student, new { version = 1, clockHidden = true });
        var begun = (await work.BeginAsync(student.Api)).Is(201);
        Assert.Equal(20, Left(begun));
        var hidden = (await (await BrowserAsync(work.Room, student)).GetAsync($"/conversations/{begun.Text("id")}")).Document;
        Assert.Null(hidden.QuerySelector("[data-clock], [data-time], [data-turn-count], [data-thread]"));
        // What a teacher hid is not the student's to show, so it is not offered.
        Assert.Null(hidden.QuerySelector("#room-menu [name=hide]"));

        var shown = await PageAsync(other, (await work.BeginAsync(other.Api)).Is(201));
        Assert.Equal("20:00", shown.QuerySelector("[data-clock] [data-time]")!.TextContent);
        Assert.NotNull(shown.QuerySelector("[data-turn-count]"));
        Assert.NotNull(shown.QuerySelector("[data-thread]"));
        Assert.NotNull(shown.QuerySelector("#room-menu [name=hide]"));

        // Nothing ends without a word, also to somebody who sees no clock.
        await using (var db = every.Host.OpenDatabase())
        {
            var id = Guid.Parse(begun.Text("id"));
            await db.Set<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ConnectedMs, 1_170_000));
        }

        var warned = await PageAsync(student, begun);
        Assert.Null(warned.QuerySelector("[data-clock], [data-time], [data-turn-count], [data-thread]"));
        Assert.False(warned.QuerySelector("[data-time-warning]")!.HasAttribute("hidden"));

        async Task<AngleSharp.Dom.IDocument> PageAsync(Person person, Answer conversation) =>
            (await (await BrowserAsync(work.Room, person)).GetAsync($"/conversations/{conversation.Text("id")}")).Document;
    }

    [Fact]
    public async Task A_clock_that_one_section_hides_is_shown_in_another()
    {
        var first = await Work.PublishedAsync(every.Host);
        var second = await Work.PublishedAsync(every.Host);
        var student = await JoinAsync(first.Room);
        (await second.Room.EnrollAsync(student.Email)).Is(201);
        await SetAsync(first.Room, student, new { version = 1, clockHidden = true });
        var browser = await BrowserAsync(first.Room, student);
        foreach (var (work, isShown) in new[] { (first, false), (second, true) })
        {
            var begun = (await work.BeginAsync(student.Api)).Is(201);
            var page = (await browser.GetAsync($"/conversations/{begun.Text("id")}")).Document;
            Assert.Equal(isShown, page.QuerySelector("[data-clock]") is not null);
        }
    }

    private static int? Left(Answer conversation) => conversation.Json!["minutesLeft"]?.GetValue<int>();

    /// <summary>The limit of the assignment and the longest time of any conversation, in minutes; null: none.</summary>
    private async Task<(int?, int?)> StoredAsync(Answer conversation)
    {
        await using var db = every.Host.OpenDatabase();
        var id = Guid.Parse(conversation.Text("id"));
        var stored = await db.Set<Conversation>().AsNoTracking().SingleAsync(c => c.Id == id);
        return ((int?)(stored.TimeLimitMs / 60_000), (int?)(stored.LongestMs / 60_000));
    }
}
