using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>Practice is private until the student shares it with a section, and again when they take it back.</summary>
public sealed class SharingTests(EveryTest every)
{
    [Fact]
    public async Task A_shared_practice_is_read_by_the_sections_staff_with_a_trace_until_it_is_taken_back()
    {
        var room = await Classroom.MakeAsync(every.Host);
        var student = await room.AddAsync();
        var assistant = await room.AddAsync(Roles.Student, "assistant");
        var classmate = await room.AddAsync();
        var stranger = await every.Host.NewPersonAsync(Roles.Teacher);
        var talk = await EndedAsync(student);
        (await student.PutAsync(talk.Path + "/own-view", new { wants = "Rest." })).Is(204);
        (await room.Teacher.GetAsync(talk.Path)).Is(404, "not-found");

        (await student.PutAsync(talk.Path + "/sharing", new { sectionId = room.Id })).Is(204);
        Assert.Equal(room.Id, (await student.GetAsync(talk.Path)).Text("sharedWith"));
        Assert.Equal("", (await room.Teacher.GetAsync(talk.Path)).Is(200).Text("notes"));
        Assert.Equal(3, (await assistant.GetAsync(talk.Path + "/messages")).Is(200).Items.Count);
        foreach (var kept in new[] { "/debrief", "/own-view", "/events", "/export.md" })
        {
            (await room.Teacher.GetAsync(talk.Path + kept)).Is(404, "not-found");
        }

        (await room.Teacher.PutAsync(talk.Path + "/sharing", new { sectionId = (string?)null })).Is(404, "not-found");
        (await classmate.GetAsync(talk.Path)).Is(404, "not-found");
        (await stranger.GetAsync(talk.Path)).Is(404, "not-found");
        var rows = (await room.Teacher.GetAsync(room.Path + "/progress")).Is(200).Json!["rows"]!.AsArray();
        var shared = rows.SelectMany(r => r!["shared"]!.AsArray()).Select(id => id!.GetValue<string>());
        Assert.Equal([talk.Id], shared);
        var export = (await student.GetAsync("/api/v1/me/export")).Is(200).Json!;
        Assert.All(export["readByOthers"]!.AsArray(), r => Assert.Equal(talk.Id, r!["conversationId"]!.GetValue<string>()));
        Assert.Equal(2, export["readByOthers"]!.AsArray().Count);

        (await student.PutAsync(talk.Path + "/sharing", new { sectionId = (string?)null })).Is(204);
        (await room.Teacher.GetAsync(talk.Path)).Is(404, "not-found");
        (await assistant.GetAsync(talk.Path + "/messages")).Is(404, "not-found");
        await using var db = every.Host.OpenDatabase();
        var traces = await db.Set<AuditEntry>().Where(a => a.TargetId == Guid.Parse(talk.Id)).Select(a => a.Action).ToListAsync();
        Assert.Equal(1, traces.Count(a => a == "conversation.shared"));
        Assert.Equal(1, traces.Count(a => a == "conversation.unshared"));
    }

    [Fact]
    public async Task Only_ended_practice_is_shared_and_only_with_a_section_one_is_in()
    {
        var work = await Work.PublishedAsync(every.Host);
        var student = await work.Room.AddAsync();
        var elsewhere = await Classroom.MakeAsync(every.Host);
        var open = await Talk.StartAsync(student, 1);
        (await student.PutAsync(open.Path + "/sharing", new { sectionId = work.Room.Id })).Is(409, "conversation-active");
        var ended = await EndedAsync(student);
        (await student.PutAsync(ended.Path + "/sharing", new { sectionId = elsewhere.Id })).Is(404, "not-found");
        (await student.PutAsync(ended.Path + "/sharing", new { sectionId = Guid.CreateVersion7() })).Is(404, "not-found");
        var attempt = (await work.BeginAsync(student)).Is(201).Text("id");
        (await student.PostAsync($"/api/v1/conversations/{attempt}/end")).Is(200);
        (await student.PutAsync($"/api/v1/conversations/{attempt}/sharing", new { sectionId = work.Room.Id })).Is(409, "practice-only");
    }

    [Fact]
    public async Task On_the_record_it_is_shared_with_one_form_and_taken_back_with_another()
    {
        var room = await Classroom.MakeAsync(every.Host, "Shared Seminar");
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        (await room.EnrollAsync(email)).Is(201);
        var talk = await EndedAsync(await every.Host.SignInAsync(email, password));
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var record = $"/conversations/{talk.Id}/record";
        Assert.Contains("Shared Seminar", (await browser.GetAsync(record)).Text, StringComparison.Ordinal);
        Assert.Equal(record, (await browser.PostAsync($"/conversations/{talk.Id}/share", ("sectionId", room.Id))).Location);
        Assert.Contains("Take it back", (await browser.GetAsync(record)).Text, StringComparison.Ordinal);
        var (reader, secret) = await every.Host.NewAccountAsync(Roles.Teacher);
        (await room.EnrollAsync(reader, "teacher")).Is(201);
        var teacher = every.Host.Browser();
        await teacher.SignInAsync(reader, secret);
        var read = await teacher.GetAsync(record);
        Assert.Contains("Practice that a student shares with your section.", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What the student said about it", read.Text, StringComparison.Ordinal);
        Assert.NotNull((await teacher.GetAsync($"/sections/{room.Id}")).Document.QuerySelector($"a[href='{record}']"));
        await browser.PostAsync($"/conversations/{talk.Id}/share");
        Assert.Equal(404, (await teacher.GetAsync(record)).Status);
    }

    private static async Task<Talk> EndedAsync(ApiClient student)
    {
        var talk = await Talk.StartAsync(student);
        await talk.SayAsync(Talk.Lines[0]);
        await talk.EndAsync("Only mine.");
        return talk;
    }
}
