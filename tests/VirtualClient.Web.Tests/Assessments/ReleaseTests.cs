using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assessments;

public sealed class ReleaseTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    [Fact]
    public async Task A_release_takes_what_a_person_decided_and_lists_the_rest_and_the_student_sees_exactly_that()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        (await attempt.PostAsync("release")).Is(409, "nothing-decided");
        (await attempt.DecideAsync(Scoring.Keys[0], "satisfactory", "Mostly repeats.")).Is(200);
        (await attempt.DecideAsync(Scoring.Keys[1], null)).Is(200);
        (await attempt.PostAsync("comments", new { line = 2, text = "An open door." })).Is(201);
        await SayAsync(attempt, "You stayed with her.", "Sum up before you ask.");
        Assert.Null(await attempt.SeenByStudentAsync());
        Assert.Equal("not_released", (await attempt.ReadAsync(attempt.Student))["status"]!.GetValue<string>());

        var assistant = await begun.Work.Room.AddAsync(Roles.Student, "assistant");
        (await attempt.PostAsync("release", by: assistant)).Is(403, "wrong-role");
        var released = (await attempt.PostAsync("release")).Is(200).Json!;
        Assert.Equal([Scoring.Keys[0], Scoring.Keys[1]], released["released"]!.AsArray().Select(k => k!.GetValue<string>()));
        Assert.Equal(Scoring.Keys[2..], released["left"]!.AsArray().Select(k => k!["key"]!.GetValue<string>()));

        var seen = (await attempt.SeenByStudentAsync())!;
        var first = seen["criteria"]![0]!;
        Assert.Equal(
            ("Satisfactory", "Mostly repeats.", 2m, 2),
            (
                first["levelName"]!.GetValue<string>(),
                first["reason"]!.GetValue<string>(),
                first["points"]!.GetValue<decimal>(),
                first["evidence"]![0]!["line"]!.GetValue<int>()
            )
        );
        Assert.StartsWith("Is kind and shows", first["descriptor"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(seen["criteria"]![1]!["levelName"]);
        Assert.Equal(2, seen["criteria"]!.AsArray().Count);
        Assert.Equal(3, seen["notYet"]!.AsArray().Count);
        Assert.Null(seen["share"]);
        Assert.Equal(
            ("An open door.", "You stayed with her.", "Sum up before you ask."),
            (seen["comments"]![0]!["text"]!.GetValue<string>(), seen["overall"]!.GetValue<string>(), seen["next"]!.GetValue<string>())
        );
        Assert.DoesNotContain("draft", seen.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(seen.ToJsonString(), (await attempt.ReadAsync(attempt.Student))["feedback"]!.ToJsonString());
    }

    [Fact]
    public async Task What_was_released_changes_only_with_a_reason_and_is_seen_when_it_is_released_again()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        await attempt.DecideAllAsync();
        (await attempt.PostAsync("release")).Is(200);
        Assert.Equal(0.75m, (await attempt.SeenByStudentAsync())!["share"]!.GetValue<decimal>());
        (await attempt.DecideAsync(Scoring.Keys[0], "excellent")).Is(422, "reason-needed");
        (await attempt.DecideAsync(Scoring.Keys[0], "excellent", "Line 4 was misread.")).Is(200);
        Assert.Equal(0.75m, (await attempt.SeenByStudentAsync())!["share"]!.GetValue<decimal>());
        Assert.True((await attempt.ReadAsync())["changedSinceRelease"]!.GetValue<bool>());
        (await attempt.PostAsync("release")).Is(200);
        Assert.Equal("Excellent", (await attempt.SeenByStudentAsync())!["criteria"]![0]!["levelName"]!.GetValue<string>());

        var version = (await attempt.ReadAsync())["version"]!.GetValue<int>();
        (await attempt.PostAsync("reopen", new { version })).Is(422, "invalid");
        (await attempt.PostAsync("reopen", new { version = 1, reason = "Look again." })).Is(409, "stale");
        (await attempt.PostAsync("reopen", new { version, reason = "Look again." })).Is(200);
        Assert.Null(await attempt.SeenByStudentAsync());
        Assert.Equal("reopened", (await attempt.ReadAsync(attempt.Student))["status"]!.GetValue<string>());
        (await attempt.PostAsync("reopen", new { version = version + 1, reason = "Look again." })).Is(409, "not-released");
        // The student has read a level, so it still changes only with a reason.
        (await attempt.DecideAsync(Scoring.Keys[0], "good")).Is(422, "reason-needed");
        (await attempt.DecideAsync(Scoring.Keys[0], "good", "Read it again.")).Is(200);
    }

    [Fact]
    public async Task Releasing_all_leaves_alone_what_nobody_decided_and_says_whose_it_is()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var (whole, part, none) = (await begun.DraftedAsync(), await begun.DraftedAsync(), await begun.DraftedAsync());
        await whole.DecideAllAsync();
        (await part.DecideAsync(Scoring.Keys[0], "good")).Is(200);
        var answer = (await begun.Teacher.PostAsync(begun.Work.Path + "/release")).Is(200).Json!;
        Assert.Equal(2, answer["released"]!.GetValue<int>());
        Assert.Equal(
            new[] { part.Talk.Id, none.Talk.Id }.Order(),
            answer["left"]!.AsArray().Select(l => l!["conversationId"]!.GetValue<string>()).Order()
        );
        Assert.NotNull(await whole.SeenByStudentAsync());
        Assert.Single((await part.SeenByStudentAsync())!["criteria"]!.AsArray());
        Assert.Null(await none.SeenByStudentAsync());
        (await begun.Teacher.PostAsync(begun.Work.Path + "/release")).Is(200);
        Assert.Equal(0, (await begun.Teacher.PostAsync(begun.Work.Path + "/release")).Json!["released"]!.GetValue<int>());
        (await (await begun.Work.Room.AddAsync(Roles.Student, "assistant")).PostAsync(begun.Work.Path + "/release")).Is(403);
    }

    [Fact]
    public async Task At_once_means_with_a_teachers_last_decision_and_an_assistants_waits_for_a_teacher()
    {
        var begun = await Scoring.BeginAsync(
            scoring.Host,
            new
            {
                title = "First meeting",
                kind = "graded",
                settings = new { feedbackRelease = "at_once" },
            }
        );
        var (one, other) = (await begun.DraftedAsync(), await begun.DraftedAsync());
        await one.DecideAllAsync();
        Assert.NotNull(await one.SeenByStudentAsync());
        await other.DecideAllAsync(by: await begun.Work.Room.AddAsync(Roles.Student, "assistant"));
        Assert.Null(await other.SeenByStudentAsync());
        Assert.Equal(1, (await begun.Teacher.PostAsync(begun.Work.Path + "/release")).Is(200).Number("released"));
    }

    [Fact]
    public async Task On_the_due_date_what_is_decided_in_full_is_released_and_the_rest_waits()
    {
        var due = scoring.Clock.GetUtcNow().AddMinutes(15);
        var begun = await Scoring.BeginAsync(
            scoring.Host,
            new
            {
                title = "First meeting",
                kind = "graded",
                dueAt = due,
                settings = new { feedbackRelease = "at_due" },
            }
        );
        var (whole, part) = (await begun.DraftedAsync(), await begun.DraftedAsync());
        await whole.DecideAllAsync();
        (await part.DecideAsync(Scoring.Keys[0], "good")).Is(200);
        var releases = scoring.Host.Services.GetRequiredService<DueReleases>();
        await releases.HandleAsync(CancellationToken.None);
        Assert.Null(await whole.SeenByStudentAsync());
        scoring.Clock.Move(TimeSpan.FromMinutes(15));
        for (var tries = 0; await whole.SeenByStudentAsync() is null; tries++)
        {
            Assert.True(tries < 100, "nothing was released on the due date");
            await releases.HandleAsync(CancellationToken.None);
            await Task.Delay(50);
        }

        Assert.Null(await part.SeenByStudentAsync());
    }

    [Fact]
    public async Task Closed_facts_may_be_read_in_graded_work_only_when_nobody_can_still_be_told()
    {
        var due = scoring.Clock.GetUtcNow().AddMinutes(8);
        object With(string kind) =>
            new
            {
                title = "First meeting",
                kind,
                dueAt = due,
                settings = new { reveals = "facts" },
            };
        var practice = await (await Scoring.BeginAsync(scoring.Host, With("practice"))).DraftedAsync();
        Assert.NotEmpty(await ToldAsync(practice));
        var begun = await Scoring.BeginAsync(scoring.Host, With("graded"));
        var graded = await begun.DraftedAsync();
        Assert.Empty(await ToldAsync(graded));
        var me = await Sections.Classroom.IdOfAsync(await begun.Work.Room.AddAsync());
        var more = new
        {
            version = 0,
            dueAt = due.AddMinutes(4),
            reason = "Ill.",
        };
        (await begun.Teacher.PutAsync($"{begun.Work.Path}/extensions/{me}", more)).Is(200);
        scoring.Clock.Move(TimeSpan.FromMinutes(8));
        Assert.Empty(await ToldAsync(graded));
        scoring.Clock.Move(TimeSpan.FromMinutes(4));
        Assert.NotEmpty(await ToldAsync(graded));
        var themes = await (await Scoring.BeginAsync(scoring.Host, new { title = "Themes" })).DraftedAsync();
        Assert.Empty(await ToldAsync(themes));
    }

    /// <summary>Facts that were not reached and can be read all the same.</summary>
    private static async Task<List<string>> ToldAsync(Attempt attempt)
    {
        var facts = (await attempt.Student.GetAsync($"{attempt.Talk.Path}/debrief?reveal=true")).Is(200).Json!["facts"]!;
        return
        [
            .. new[] { "approached", "notToday", "missed" }
                .SelectMany(standing => facts[standing]!.AsArray())
                .Select(f => f!["fact"]?.GetValue<string>())
                .OfType<string>(),
        ];
    }

    private static async Task SayAsync(Attempt attempt, string overall, string next)
    {
        JsonNode now = await attempt.ReadAsync();
        var path = $"/api/v1/assessments/{now["id"]}";
        (
            await attempt.Scoring.Teacher.PatchAsync(
                path,
                new
                {
                    version = now["version"]!.GetValue<int>(),
                    overall,
                    next,
                }
            )
        ).Is(200);
        (
            await attempt.Scoring.Teacher.PatchAsync(
                path,
                new
                {
                    version = 1,
                    overall,
                    next,
                }
            )
        ).Is(409, "stale");
    }
}
