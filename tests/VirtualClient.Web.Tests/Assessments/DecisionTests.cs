using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assessments;

public sealed class DecisionTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    [Fact]
    public async Task Graded_work_is_decided_first_with_the_quotes_in_sight_and_the_drafts_level_kept_back()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        var before = (await attempt.ReadAsync())["criteria"]![0]!["draft"]!;
        Assert.True(before["hidden"]!.GetValue<bool>());
        Assert.Null(before["level"]);
        Assert.Null(before["reason"]);
        Assert.Single(before["evidence"]!.AsArray());
        var after = (await attempt.DecideAsync(Scoring.Keys[0], "satisfactory", "Mostly repeats.")).Is(200).Json!["criteria"]![0]!;
        Assert.Equal(
            ("good", "satisfactory", 2m),
            (
                after["draft"]!["level"]!.GetValue<string>(),
                after["decided"]!["level"]!.GetValue<string>(),
                after["decided"]!["points"]!.GetValue<decimal>()
            )
        );
        var practice = await Scoring.BeginAsync(scoring.Host, new { title = "Practice" });
        Assert.Equal("good", (await (await practice.DraftedAsync()).ReadAsync())["criteria"]![0]!["draft"]!["level"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_no_level_or_criterion_of_this_attempts_rubric_is_refused_with_those_that_are()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        Assert.Contains(
            "communication_skills",
            (await attempt.DecideAsync("humor", "good")).Is(422, "criterion-unknown").Text("detail"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "needs_improvement",
            (await attempt.DecideAsync(Scoring.Keys[0], "superb")).Is(422, "level-unknown").Text("detail"),
            StringComparison.Ordinal
        );
        var path = $"/api/v1/assessments/{await attempt.IdAsync()}/criteria/{Scoring.Keys[0]}";
        (await begun.Teacher.PutAsync(path, new { version = 1 })).Is(422, "invalid");
        (
            await begun.Teacher.PutAsync(
                path,
                new
                {
                    version = 1,
                    level = "good",
                    noOpportunity = true,
                }
            )
        ).Is(422, "invalid");
        (await begun.Teacher.PutAsync(path, new { level = "good" })).Is(422, "invalid");
        (
            await begun.Teacher.PutAsync(
                path,
                new
                {
                    version = 1,
                    level = "good",
                    reason = new string('x', 1_201),
                }
            )
        ).Is(422, "invalid");
    }

    [Fact]
    public async Task Two_who_decide_at_once_do_not_overwrite_each_other()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        var assistant = await begun.Work.Room.AddAsync(Roles.Student, "assistant");
        var path = $"/api/v1/assessments/{await attempt.IdAsync()}/criteria/";
        var answers = await Task.WhenAll(
            begun.Teacher.PutAsync(path + Scoring.Keys[0], new { version = 1, level = "good" }),
            assistant.PutAsync(path + Scoring.Keys[0], new { version = 1, level = "excellent" })
        );
        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        var stale = answers.Single(a => a.Status == 409);
        Assert.Equal("stale", stale.Code);
        Assert.Equal(2, (await attempt.ReadAsync())["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_score_is_exact_and_the_weight_of_what_had_no_opportunity_goes_to_the_rest()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        string?[] levels = ["excellent", "good", "satisfactory", "needs_improvement"];
        foreach (var (key, level) in Scoring.Keys.Zip(levels))
        {
            Assert.Null((await attempt.DecideAsync(key, level)).Is(200).Json!["score"]);
        }

        var whole = (await attempt.DecideAsync(Scoring.Keys[4], null)).Is(200).Json!;
        // (0.25*4/4 + 0.25*3/4 + 0.20*2/4 + 0.15*1/4) / 0.85
        Assert.Equal(0.575m / 0.85m, whole["score"]!["share"]!.GetValue<decimal>());
        Assert.True(whole["criteria"]![4]!["decided"]!["noOpportunity"]!.GetValue<bool>());
        await attempt.DecideAllAsync(null);
        Assert.Null((await attempt.ReadAsync())["score"]);
    }

    [Fact]
    public async Task The_copy_of_the_rubric_holds_when_the_rubric_is_changed_or_loses_a_criterion()
    {
        var teacherWork = await Scoring.BeginAsync(scoring.Host);
        var teacher = teacherWork.Teacher;
        var template = await teacherWork.Work.RubricAsync();
        var own = (await teacher.PostAsync($"/api/v1/rubrics/{template}/duplicate")).Is(201);
        var begun = teacherWork with
        {
            Work = await Assignments.Work.InAsync(teacherWork.Work.Room, new { title = "Second meeting", kind = "graded" }),
        };
        var client = (await begun.Work.ClientsAsync())[0];
        (await teacher.PostAsync(begun.Work.Path + "/clients", new { clientId = client, rubricId = own.Text("id") })).Is(201);
        (await teacher.PostAsync(begun.Work.Path + "/publish")).Is(200);
        var attempt = await begun.DraftedAsync();
        var criteria = own.Json!["criteria"]!.DeepClone().AsArray();
        criteria.RemoveAt(4);
        criteria[0]!["weight"] = 0.40m;
        (await teacher.PatchAsync($"/api/v1/rubrics/{own.Text("id")}", new { version = own.Number("version"), criteria })).Is(200);
        await attempt.DecideAllAsync("excellent");
        Assert.Equal(5, (await attempt.ReadAsync())["criteria"]!.AsArray().Count);
        Assert.Equal(1m, (await attempt.ReadAsync())["score"]!["share"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Only_ended_attempts_of_ones_own_section_are_scored()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var student = await begun.Work.Room.AddAsync();
        var running = (await begun.Work.BeginAsync(student)).Is(201).Text("id");
        (await begun.Teacher.PostAsync($"/api/v1/conversations/{running}/assessment")).Is(409, "conversation-active");
        (await student.PostAsync($"/api/v1/conversations/{running}/assessment")).Is(403);
        var attempt = await begun.DraftedAsync();
        var stranger = await scoring.Host.NewPersonAsync(Roles.Teacher);
        (await stranger.GetAsync(attempt.Path)).Is(404);
        (await stranger.PostAsync(attempt.Path)).Is(404);
        (
            await stranger.PutAsync(
                $"/api/v1/assessments/{await attempt.IdAsync()}/criteria/{Scoring.Keys[0]}",
                new { version = 1, level = "good" }
            )
        ).Is(404);
        var classmate = await begun.Work.Room.AddAsync();
        (await classmate.GetAsync(attempt.Path)).Is(404);
        (await attempt.DecideAsync(Scoring.Keys[0], "good", by: attempt.Student)).Is(403);
        var practice = await Talk.StartAsync(student);
        await practice.EndAsync();
        (await student.GetAsync($"/api/v1/conversations/{practice.Id}/assessment")).Is(404);
        var plain = await Assignments.Work.PublishedAsync(scoring.Host);
        var unjudged = (await plain.BeginAsync(await plain.Room.AddAsync())).Is(201).Text("id");
        (await plain.Teacher.PostAsync($"/api/v1/conversations/{unjudged}/assessment")).Is(409, "conversation-active");
    }

    [Fact]
    public async Task Comments_are_on_lines_that_are_there_and_a_bank_is_its_owners_alone()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        (await attempt.PostAsync("comments", new { line = 99, text = "Where?" })).Is(422, "line-unknown");
        (await attempt.PostAsync("comments", new { line = 2, text = " " })).Is(422, "invalid");
        var comment = (
            await attempt.PostAsync(
                "comments",
                new
                {
                    line = 2,
                    text = "An open door.",
                    keep = true,
                }
            )
        ).Is(201);
        (
            await attempt.PostAsync(
                "comments",
                new
                {
                    line = 3,
                    text = "An open door.",
                    keep = true,
                }
            )
        ).Is(201);
        var kept = Assert.Single((await begun.Teacher.GetAsync("/api/v1/comment-bank")).Is(200).Items);
        var colleague = await scoring.Host.NewPersonAsync(Roles.Teacher);
        Assert.Empty((await colleague.GetAsync("/api/v1/comment-bank")).Is(200).Items);
        (await colleague.DeleteAsync($"/api/v1/comment-bank/{kept!["id"]}")).Is(404);
        (await begun.Teacher.DeleteAsync($"/api/v1/comment-bank/{kept["id"]}")).Is(204);
        (await begun.Teacher.DeleteAsync($"/api/v1/assessments/{await attempt.IdAsync()}/comments/{comment.Text("id")}")).Is(204);
        Assert.Single((await attempt.ReadAsync())["comments"]!.AsArray());
    }

    [Fact]
    public async Task Reading_and_deciding_leave_their_trace()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync();
        await attempt.ReadAsync();
        await attempt.DecideAllAsync();
        (await attempt.PostAsync("release")).Is(200);
        (
            await attempt.PostAsync(
                "reopen",
                new { version = (await attempt.ReadAsync())["version"]!.GetValue<int>(), reason = "A line was misread." }
            )
        ).Is(200);
        await using var db = scoring.Host.OpenDatabase();
        var student = Guid.Parse(await Sections.Classroom.IdOfAsync(attempt.Student));
        var actions = await db.Set<AuditEntry>().Where(a => a.SubjectId == student).Select(a => a.Action).ToListAsync();
        Assert.Contains("conversation.read", actions);
        Assert.Contains("assessment.released", actions);
        Assert.Contains("assessment.reopened", actions);
    }
}
