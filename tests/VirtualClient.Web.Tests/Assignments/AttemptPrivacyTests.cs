using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>Who reads an attempt, and what its holder cannot do with it that practice allows.</summary>
public sealed class AttemptPrivacyTests(EveryTest every)
{
    [Fact]
    public async Task Staff_read_an_ended_attempt_with_a_trace_and_never_practice_or_notes()
    {
        var work = await Work.PublishedAsync(every.Host);
        var student = await work.Room.AddAsync();
        var assistant = await work.Room.AddAsync(Roles.Student, "assistant");
        var begun = (await work.BeginAsync(student)).Is(201);
        var path = $"/api/v1/conversations/{begun.Text("id")}";
        (await work.Teacher.GetAsync(path)).Is(404, "not-found");
        (await student.PostAsync(path + "/end", new { notes = "Only mine." })).Is(200);
        var read = (await work.Teacher.GetAsync(path)).Is(200);
        Assert.Equal("", read.Text("notes"));
        (await assistant.GetAsync(path + "/messages")).Is(200);
        (await work.Teacher.PostAsync(path + "/end")).Is(404);
        (await (await every.Host.NewPersonAsync(Roles.Teacher)).GetAsync(path)).Is(404, "not-found");
        var clientId = begun.Text("clientId");
        var practice = (await student.PostAsync("/api/v1/conversations", new { clientId })).Is(201).Text("id");
        (await work.Teacher.GetAsync($"/api/v1/conversations/{practice}")).Is(404, "not-found");
        await using var db = every.Host.OpenDatabase();
        Assert.Equal(
            2,
            await db.Set<AuditEntry>().CountAsync(a => a.Action == "conversation.read" && a.TargetId == Guid.Parse(begun.Text("id")))
        );
    }

    [Fact]
    public async Task Whoever_steps_out_for_good_has_used_no_attempt_and_no_teacher_is_told()
    {
        var work = await Work.PublishedAsync(every.Host, new { title = "First meeting", maxAttempts = 1 });
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        (await work.Room.EnrollAsync(email)).Is(201);
        var student = await every.Host.SignInAsync(email, password);
        var id = (await work.BeginAsync(student)).Is(201).Text("id");
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync($"/conversations/{id}");
        var left = await browser.PostAsync($"/conversations/{id}/withdraw");
        (await work.Teacher.GetAsync($"/api/v1/conversations/{id}")).Is(404, "not-found");
        (await work.Teacher.GetAsync($"/api/v1/conversations/{id}/own-view")).Is(404, "not-found");
        var matrix = (await work.Teacher.GetAsync(work.Room.Path + "/progress")).Is(200).Content;
        Assert.DoesNotContain(id, matrix, StringComparison.Ordinal);
        var debrief = await browser.GetAsync($"/conversations/{id}/debrief");
        Assert.Contains("Skip the questions", debrief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Your teacher can read", debrief.Text, StringComparison.Ordinal);
        Assert.NotNull(left.Location);
        (await work.BeginAsync(student)).Is(201);
    }

    [Fact]
    public async Task A_student_cannot_erase_try_again_or_be_coached_in_an_attempt()
    {
        var work = await Work.PublishedAsync(every.Host);
        var student = await work.Room.AddAsync();
        var begun = (await work.BeginAsync(student)).Is(201);
        var path = $"/api/v1/conversations/{begun.Text("id")}";
        (await student.PostAsync(path + "/coach")).Is(409, "no-coach");
        var text = "Hi, I am a student here. What brought you in today?";
        (await student.PostAsync(path + "/messages", new { clientMessageId = Guid.CreateVersion7(), text })).Is(202);
        (await student.PostAsync(path + "/end")).Is(200);
        var said = (await student.GetAsync(path + "/messages")).Items[1]!["id"]!.GetValue<string>();
        (await student.PostAsync(path + "/branch", new { messageId = said })).Is(409, "practice-only");
        Assert.Equal(0, (await student.SendAsync(HttpMethod.Delete, "/api/v1/me/practice", null)).Is(200).Number("conversations"));
        (await student.GetAsync(path)).Is(200);
    }

    [Fact]
    public async Task The_record_that_staff_open_speaks_of_a_student_and_hides_the_notes()
    {
        var work = await Work.PublishedAsync(every.Host);
        var student = await work.Room.AddAsync();
        var begun = (await work.BeginAsync(student)).Is(201);
        (await student.PostAsync($"/api/v1/conversations/{begun.Text("id")}/end", new { notes = "Only mine." })).Is(200);
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        (await work.Room.EnrollAsync(email, "assistant")).Is(201);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = (await browser.GetAsync($"/conversations/{begun.Text("id")}/record")).Text;
        Assert.Contains("An attempt of a student in your section.", page, StringComparison.Ordinal);
        Assert.Contains("The student ended this conversation.", page, StringComparison.Ordinal);
        Assert.Contains("Direct Practice", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Only mine.", page, StringComparison.Ordinal);
    }
}
