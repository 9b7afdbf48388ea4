using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>What changes for a student while work is open, and what assistants see of it.</summary>
public sealed class AttemptRightsTests(EveryTest every)
{
    /// <summary>Of a whole second: a database keeps microseconds, and what comes back is compared.</summary>
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    [Fact]
    public async Task Whoever_is_removed_has_no_more_time_in_what_is_under_way()
    {
        var work = await Work.PublishedAsync(every.Host);
        var student = await work.Room.AddAsync();
        var talk = new Talk(student, (await work.BeginAsync(student)).Is(201).Text("id"));
        var me = await Classroom.IdOfAsync(student);
        (await work.Teacher.DeleteAsync($"{work.Room.Path}/enrollments/{me}")).Is(204);
        (await talk.SendAsync("Are you still there?")).Is(409, "time-is-up");
    }

    [Fact]
    public async Task One_more_attempt_by_the_form_keeps_the_date_that_was_given_before()
    {
        var work = await Work.PublishedAsync(every.Host, new { title = "First meeting", dueAt = Now.AddDays(2) });
        var student = await Classroom.IdOfAsync(await work.Room.AddAsync());
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        (await work.Room.EnrollAsync(email, "teacher")).Is(201);
        var extension = $"{work.Path}/extensions/{student}";
        var later = Now.AddDays(9);
        var given = new
        {
            version = 0,
            dueAt = later,
            extraAttempts = 0,
            reason = "ill",
        };
        (await work.Teacher.PutAsync(extension, given)).Is(200);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = $"/teaching/assignments/{work.Id}";
        await browser.GetAsync(page);
        await browser.PostAsync(page + "/extend", ("studentId", student), ("dueAt", ""), ("extraAttempts", "1"), ("reason", "still ill"));
        var now = (await work.Teacher.GetAsync(extension)).Is(200);
        Assert.Equal((later, 1), (now.Json!["dueAt"]!.GetValue<DateTimeOffset>(), now.Number("extraAttempts")));
        await browser.GetAsync(page);
        await browser.PostAsync(page + "/extend", ("studentId", student), ("ownDue", "as-everybody"), ("reason", "well again"));
        Assert.Null((await work.Teacher.GetAsync(extension)).Is(200).Json!["dueAt"]);
    }

    [Fact]
    public async Task Assistants_see_who_has_done_what_and_no_money()
    {
        var work = await Work.PublishedAsync(every.Host);
        var assistant = await work.Room.AddAsync(role: "assistant");
        Assert.Null((await assistant.GetAsync(work.Room.Path + "/progress")).Is(200).Json!["costUsd"]);
        Assert.NotNull((await work.Teacher.GetAsync(work.Room.Path + "/progress")).Is(200).Json!["costUsd"]);
        (await assistant.GetAsync(work.Path + "/forecast")).Is(403, "wrong-role");
        (await work.Teacher.GetAsync(work.Path + "/forecast")).Is(200);
    }
}
