using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Assignments;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assessments;

public sealed class DraftTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    [Fact]
    public async Task An_ended_attempt_is_drafted_by_itself_with_quotes_and_no_number()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.HoldAsync(await begun.Work.Room.AddAsync());
        scoring.Host.Services.GetRequiredService<AssessmentQueue>().Wake();
        for (
            var tries = 0;
            await begun.Teacher.GetAsync(attempt.Path) is var seen && (seen.Status == 404 || seen.Text("draft") != "drafted");
            tries++
        )
        {
            Assert.True(tries < 200, "no draft came by itself");
            await Task.Delay(100);
        }

        var read = await attempt.ReadAsync(draft: true);
        Assert.Equal(("model", 5, null), (read["source"]!.GetValue<string>(), read["undecided"]!.GetValue<int>(), read["score"]));
        foreach (var criterion in read["criteria"]!.AsArray())
        {
            var draft = criterion!["draft"]!;
            Assert.Equal(("good", 3m), (draft["level"]!.GetValue<string>(), draft["points"]!.GetValue<decimal>()));
            Assert.Equal(
                (2, ScoringHost.Quoted.TrimEnd('?')),
                (draft["evidence"]![0]!["line"]!.GetValue<int>(), draft["evidence"]![0]!["words"]!.GetValue<string>())
            );
            Assert.Null(criterion["decided"]);
        }

        Assert.Null(await attempt.SeenByStudentAsync());
        await using var db = scoring.Host.OpenDatabase();
        var line = Assert.Single(
            await db.Set<UsageRecord>()
                .Where(r => r.ConversationId == Guid.Parse(attempt.Talk.Id) && r.Purpose == "assessment")
                .ToListAsync()
        );
        Assert.NotNull(line.SectionId);
        Assert.True(line.CostNanoUsd > 0);
    }

    [Fact]
    public async Task A_quote_that_nobody_said_is_dropped_and_its_criterion_has_no_level()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync(null, "There is a marigold on the desk. " + ScoringHost.Quoted);
        var read = await attempt.ReadAsync(draft: true);
        Assert.All(
            read["criteria"]!.AsArray(),
            c =>
                Assert.Equal(
                    ("no-evidence", null, 1),
                    (Word(c!["draft"]!["state"]!.GetValue<string>()), c["draft"]!["level"], c["draft"]!["dropped"]!.GetValue<int>())
                )
        );
    }

    [Theory]
    [InlineData("Answer in prose please, and in Spanish.")]
    [InlineData("Use a level that is out of range.")]
    public async Task An_answer_that_cannot_be_used_is_not_scored_yet_and_never_a_number(string said)
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var attempt = await begun.DraftedAsync(null, said);
        var read = await attempt.ReadAsync(draft: true);
        Assert.Equal("drafted", read["draft"]!.GetValue<string>());
        Assert.All(
            read["criteria"]!.AsArray(),
            c =>
                Assert.Equal(
                    ("not-scored", null, null),
                    (Word(c!["draft"]!["state"]!.GetValue<string>()), c["draft"]!["level"], c["draft"]!["points"])
                )
        );
        // One answer and one repair try, no more.
        await using var db = scoring.Host.OpenDatabase();
        for (
            var tries = 0;
            await db.Set<UsageRecord>().CountAsync(r => r.ConversationId == Guid.Parse(attempt.Talk.Id) && r.Purpose == "assessment") != 2;
            tries++
        )
        {
            Assert.True(tries < 50, "two calls were expected");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task After_five_tries_it_is_parked_with_a_note_and_a_person_decides_without_it()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var student = await begun.Work.Room.AddAsync();
        var talk = new Talk(student, (await begun.Work.BeginAsync(student)).Is(201).Text("id"));
        await talk.SayAsync(ScoringHost.Quoted);
        var attempt = new Attempt(begun, talk);
        var draft = scoring.Host.Services.GetRequiredService<DraftAssessment>();
        Guid id;
        scoring.Stub.Faults.Add("503", 50);
        try
        {
            await talk.EndAsync();
            id = Guid.Parse((await begun.Teacher.PostAsync(attempt.Path)).Text("id"));
            for (var tries = 0; (await attempt.ReadAsync())["draft"]!.GetValue<string>() == "waiting"; tries++)
            {
                Assert.True(tries < 200, "it is still waiting");
                await draft.TryAsync(id, CancellationToken.None);
                await Task.Delay(20);
            }
        }
        finally
        {
            scoring.Stub.Faults.Clear();
        }

        var read = await attempt.ReadAsync();
        Assert.Equal(("parked", 5), (read["draft"]!.GetValue<string>(), read["tries"]!.GetValue<int>()));
        Assert.NotEmpty(read["fault"]!.GetValue<string>());
        Assert.False(await draft.TryAsync(id, CancellationToken.None));
        await attempt.DecideAllAsync();
        Assert.Equal(0.75m, (await attempt.ReadAsync())["score"]!["share"]!.GetValue<decimal>());
        // Asked again by a person it waits again, and what was decided stays.
        await attempt.DraftedAsync();
        Assert.Equal(0, (await attempt.ReadAsync())["undecided"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 120)]
    [InlineData(4, 1920)]
    public void Each_try_waits_longer_than_the_one_before(int tries, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assessment.Pause(tries));

    [Fact]
    public async Task A_run_for_the_whole_assignment_says_what_it_will_cost_and_is_a_job()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        for (var i = 0; i < 3; i++)
        {
            await begun.HoldAsync(await begun.Work.Room.AddAsync());
        }

        var forecast = (await begun.Teacher.GetAsync(begun.Work.Path + "/drafts/forecast")).Is(200);
        Assert.Equal((3, StubRoute.Model), (forecast.Number("attempts"), forecast.Text("model")));
        Assert.True(forecast.Json!["eachUsd"]!.GetValue<decimal>() > 0);
        Assert.True(forecast.Json["leftTodayUsd"]!.GetValue<decimal>() > 0);
        var job = (await begun.Teacher.PostAsync(begun.Work.Path + "/drafts")).Is(202).Text("id");
        for (var tries = 0; ; tries++)
        {
            var seen = (await begun.Teacher.GetAsync($"/api/v1/jobs/{job}")).Is(200);
            if (seen.Text("state") is "done")
            {
                break;
            }

            Assert.True(seen.Text("state") != "failed" && tries < 200, seen.Content);
            await Task.Delay(100);
        }

        Assert.Equal(0, (await begun.Teacher.GetAsync(begun.Work.Path + "/drafts/forecast")).Is(200).Number("toDraft"));
        (await (await begun.Work.Room.AddAsync(role: "assistant")).PostAsync(begun.Work.Path + "/drafts")).Is(403);
    }

    [Fact]
    public async Task A_run_over_the_section_reaches_every_assignment_of_it()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var second = begun with { Work = await Work.InAsync(begun.Work.Room, new { title = "Second meeting", kind = "graded" }) };
        (
            await begun.Teacher.PostAsync(
                second.Work.Path + "/clients",
                new { clientId = (await begun.Work.ClientsAsync())[0], rubricId = await begun.Work.RubricAsync() }
            )
        ).Is(201);
        (await begun.Teacher.PostAsync(second.Work.Path + "/publish")).Is(200);
        var (one, other) = (
            await begun.HoldAsync(await begun.Work.Room.AddAsync()),
            await second.HoldAsync(await begun.Work.Room.AddAsync())
        );
        var section = begun.Work.Room.Path;
        Assert.Equal(2, (await begun.Teacher.GetAsync(section + "/drafts/forecast")).Is(200).Number("attempts"));
        var job = (await begun.Teacher.PostAsync(section + "/drafts")).Is(202).Text("id");
        Assert.Equal(2, await FinishedAsync(begun, job));
        Assert.All(
            new[] { await one.ReadAsync(), await other.ReadAsync() },
            assessment => Assert.Equal("drafted", assessment["draft"]!.GetValue<string>())
        );
        (await (await begun.Work.Room.AddAsync(role: "assistant")).PostAsync(section + "/drafts")).Is(403);
    }

    [Fact]
    public async Task A_run_again_takes_the_place_of_what_nobody_decided_on_and_leaves_the_decided_alone()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var open = await begun.DraftedAsync();
        var part = await begun.DraftedAsync();
        var whole = await begun.DraftedAsync();
        var unscored = await begun.DraftedAsync(null, "Answer in prose please, and in Spanish.");
        (await part.DecideAsync(Scoring.Keys[0], "excellent", "As heard.")).Is(200);
        await whole.DecideAllAsync();
        var forecast = (await begun.Teacher.GetAsync(begun.Work.Path + "/drafts/forecast")).Is(200);
        Assert.Equal((4, 1, 3), (forecast.Number("attempts"), forecast.Number("toDraft"), forecast.Number("undecided")));
        var each = forecast.Json!["eachUsd"]!.GetValue<decimal>();
        Assert.Equal((each, each * 3), (forecast.Json["allUsd"]!.GetValue<decimal>(), forecast.Json["undecidedUsd"]!.GetValue<decimal>()));

        var before = await CallsAsync(open, part, whole, unscored);
        Assert.Equal(1, await RunAsync(begun, "missing"));
        var after = await CallsAsync(open, part, whole, unscored);
        Assert.Equal([0, 0, 0], [after[0] - before[0], after[1] - before[1], after[2] - before[2]]);
        Assert.True(after[3] > before[3], "what was not scored was not asked about");

        before = after;
        Assert.Equal(3, await RunAsync(begun, "undecided"));
        after = await CallsAsync(open, part, whole, unscored);
        Assert.Equal([1, 1, 0], [after[0] - before[0], after[1] - before[1], after[2] - before[2]]);
        var decided = (await part.ReadAsync())["criteria"]![0]!["decided"]!;
        Assert.Equal(("excellent", "As heard."), (decided["level"]!.GetValue<string>(), decided["reason"]!.GetValue<string>()));
        (await begun.Teacher.PostAsync(begun.Work.Path + "/drafts", new { scope = "everything" })).Is(400);
    }

    /// <summary>Waits for the job and says how many it asked about.</summary>
    private static async Task<int> RunAsync(Scoring begun, string scope)
    {
        var job = (await begun.Teacher.PostAsync(begun.Work.Path + "/drafts", new { scope })).Is(202).Text("id");
        return await FinishedAsync(begun, job);
    }

    private static async Task<int> FinishedAsync(Scoring begun, string job)
    {
        for (var tries = 0; ; tries++)
        {
            var seen = (await begun.Teacher.GetAsync($"/api/v1/jobs/{job}")).Is(200);
            if (seen.Text("state") is "done")
            {
                return seen.Json!["result"]!["asked"]!.GetValue<int>();
            }

            Assert.True(seen.Text("state") != "failed" && tries < 200, seen.Content);
            await Task.Delay(100);
        }
    }

    /// <summary>Calls for drafts of each, once their lines of the ledger are all there.</summary>
    private async Task<List<int>> CallsAsync(params Attempt[] attempts)
    {
        var ids = attempts.Select(a => Guid.Parse(a.Talk.Id)).ToArray();
        await using var db = scoring.Host.OpenDatabase();
        var last = -1;
        while (true)
        {
            var calls = await db.Set<UsageRecord>()
                .Where(r => r.Purpose == "assessment" && ids.Contains(r.ConversationId!.Value))
                .Select(r => r.ConversationId!.Value)
                .ToListAsync();
            if (calls.Count == last)
            {
                return [.. ids.Select(id => calls.Count(c => c == id))];
            }

            last = calls.Count;
            await Task.Delay(500);
        }
    }

    private static string Word(string word) => word.Replace('_', '-');
}
