using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Assignments;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>A student who stepped out asks a teacher to get in touch: only where the installation offers it, and only by their own hand.</summary>
public sealed class ContactTests(EveryTest every, ContactTests.Offered offered) : IClassFixture<ContactTests.Offered>
{
    private const string Beforehand = "no teacher is told unless you ask for it yourself";
    private const string Ask = "Ask them to get in touch";

    /// <summary>A program whose school offers it.</summary>
    public sealed class Offered : IAsyncLifetime
    {
        internal WebHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await WebHost.StartAsync("Installation:StudentsCanAskTeachers=true");

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }

    private sealed record Person(ApiClient Api, BrowserClient Browser, string Id);

    private static async Task<Person> PersonAsync(WebHost host, string role)
    {
        var (email, password) = await host.NewAccountAsync(role);
        var api = await host.SignInAsync(email, password);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        return new Person(api, browser, await Classroom.IdOfAsync(api));
    }

    /// <summary>A class with a teacher, an assistant and a student who is in a practice conversation.</summary>
    private async Task<(Classroom Room, Person Teacher, Person Assistant, Person Student, Talk Talk)> ClassAsync()
    {
        var (teacher, assistant, student) = (
            await PersonAsync(offered.Host, Roles.Teacher),
            await PersonAsync(offered.Host, Roles.Student),
            await PersonAsync(offered.Host, Roles.Student)
        );
        var section = (await teacher.Api.PostAsync("/api/v1/sections", new { name = "Field Seminar" })).Is(201).Text("id");
        var room = new Classroom(offered.Host, teacher.Api, section);
        (await room.EnrollAsync((await assistant.Api.GetAsync("/api/v1/me")).Text("email"), "assistant")).Is(201);
        (await room.EnrollAsync((await student.Api.GetAsync("/api/v1/me")).Text("email"))).Is(201);
        return (room, teacher, assistant, student, await Talk.StartAsync(student.Api));
    }

    [Fact]
    public async Task Where_the_school_offers_nothing_nobody_is_told_and_the_pages_say_so()
    {
        var student = await PersonAsync(every.Host, Roles.Student);
        var talk = await Talk.StartAsync(student.Api);
        var room = await Classroom.MakeAsync(every.Host);
        (await room.EnrollAsync((await student.Api.GetAsync("/api/v1/me")).Text("email"))).Is(201);
        var client = (await student.Api.GetAsync(talk.Path)).Text("clientId");
        Assert.Contains("no teacher is told.", (await student.Browser.GetAsync($"/practice/{client}")).Text, StringComparison.Ordinal);
        var page = await student.Browser.GetAsync($"/conversations/{talk.Id}");
        Assert.DoesNotContain(Ask, page.Text, StringComparison.Ordinal);
        Assert.Contains("No teacher is told that you stepped out.", page.Text, StringComparison.Ordinal);
        await student.Browser.PostAsync($"/conversations/{talk.Id}/tell");
        Assert.Contains(
            "no teacher who could be asked",
            (await student.Browser.GetAsync($"/conversations/{talk.Id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_student_reads_it_beforehand_asks_and_the_teacher_sees_a_name_and_nothing_of_the_conversation()
    {
        var (room, teacher, assistant, student, talk) = await ClassAsync();
        var client = (await student.Api.GetAsync(talk.Path)).Text("clientId");
        Assert.Contains(Beforehand, (await student.Browser.GetAsync($"/practice/{client}")).Text, StringComparison.Ordinal);
        Assert.Contains(Ask, (await student.Browser.GetAsync($"/conversations/{talk.Id}")).Text, StringComparison.Ordinal);

        // Stepping out and stopping for good tell nobody.
        await student.Browser.PostAsync($"/conversations/{talk.Id}/step-out");
        Assert.Null((await teacher.Browser.GetAsync("/")).Document.QuerySelector("#contact"));

        await student.Browser.PostAsync($"/conversations/{talk.Id}/tell");
        await student.Browser.GetAsync($"/conversations/{talk.Id}");
        await student.Browser.PostAsync($"/conversations/{talk.Id}/tell");
        student.Browser.Count = $"asked {talk.Id}";
        Assert.Contains(
            "You asked the teachers of Field Seminar",
            (await student.Browser.GetAsync($"/conversations/{talk.Id}")).Text,
            StringComparison.Ordinal
        );
        Assert.InRange(offered.Host.RoundTrips.Of(student.Browser.Count).Count, 1, 6);
        student.Browser.Count = null;
        var name = (await student.Api.GetAsync("/api/v1/me")).Text("name");
        foreach (var path in new[] { "/", $"/sections/{room.Id}" })
        {
            var line = (await teacher.Browser.GetAsync(path)).Document.QuerySelector("#contact")!;
            Assert.Single(line.QuerySelectorAll("form"));
            Assert.Contains(name, line.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(talk.Id, line.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Null((await assistant.Browser.GetAsync($"/sections/{room.Id}")).Document.QuerySelector("#contact"));
        Assert.Equal(403, (await assistant.Browser.PostAsync($"/sections/{room.Id}/contact/{student.Id}/answered")).Status);

        var other = await PersonAsync(offered.Host, Roles.Teacher);
        await other.Browser.GetAsync("/");
        Assert.Equal(404, (await other.Browser.PostAsync($"/sections/{room.Id}/contact/{student.Id}/answered")).Status);

        Assert.Equal(
            $"/sections/{room.Id}",
            (await teacher.Browser.PostAsync($"/sections/{room.Id}/contact/{student.Id}/answered", ("back", "section"))).Location
        );
        Assert.Null((await teacher.Browser.GetAsync("/")).Document.QuerySelector("#contact"));
        Assert.Contains(Ask, (await student.Browser.GetAsync($"/conversations/{talk.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(["contact.asked", "contact.answered"], await TracesAsync(student));
    }

    [Fact]
    public async Task What_was_asked_is_taken_back_as_easily()
    {
        var (_, teacher, _, student, talk) = await ClassAsync();
        await student.Browser.GetAsync($"/conversations/{talk.Id}");
        await student.Browser.PostAsync($"/conversations/{talk.Id}/tell");
        Assert.NotNull((await teacher.Browser.GetAsync("/")).Document.QuerySelector("#contact"));
        await student.Browser.GetAsync($"/conversations/{talk.Id}");
        await student.Browser.PostAsync($"/conversations/{talk.Id}/tell", ("takeBack", "true"));
        Assert.Null((await teacher.Browser.GetAsync("/")).Document.QuerySelector("#contact"));
        Assert.Equal(["contact.asked", "contact.taken-back"], await TracesAsync(student));
    }

    [Fact]
    public async Task A_student_without_a_section_has_nobody_to_ask_and_an_attempt_asks_its_own_section()
    {
        var alone = await PersonAsync(offered.Host, Roles.Student);
        var talk = await Talk.StartAsync(alone.Api);
        Assert.DoesNotContain(Ask, (await alone.Browser.GetAsync($"/conversations/{talk.Id}")).Text, StringComparison.Ordinal);

        var work = await Work.PublishedAsync(offered.Host);
        var email = (await alone.Api.GetAsync("/api/v1/me")).Text("email");
        (await work.Room.EnrollAsync(email)).Is(201);
        var later = await Classroom.MakeAsync(offered.Host, "Joined later");
        (await later.EnrollAsync(email)).Is(201);
        await talk.EndAsync();
        var attempt = (await work.BeginAsync(alone.Api)).Is(201).Text("id");
        Assert.Contains(
            "the teachers of Direct Practice",
            (await alone.Browser.GetAsync($"/conversations/{attempt}")).Text,
            StringComparison.Ordinal
        );
    }

    private async Task<List<string>> TracesAsync(Person student)
    {
        await using var db = offered.Host.OpenDatabase();
        var actions = await db.Set<AuditEntry>()
            .Where(e => e.SubjectId == Guid.Parse(student.Id))
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => e.Action)
            .ToListAsync();
        return [.. actions.Where(action => action.StartsWith("contact.", StringComparison.Ordinal))];
    }
}
