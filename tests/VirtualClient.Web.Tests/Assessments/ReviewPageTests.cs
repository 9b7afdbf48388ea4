using AngleSharp.Dom;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assessments;

/// <summary>The review page as a browser without script uses it.</summary>
public sealed class ReviewPageTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    private static async Task<(Scoring Begun, BrowserClient Browser)> BeginAsync(ScoringHost scoring, object? assignment = null)
    {
        var (email, password) = await scoring.Host.NewAccountAsync(Roles.Teacher, "Dr. Ada Quist");
        var teacher = await scoring.Host.SignInAsync(email, password);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var work = await Assignments.Work.InAsync(
            new Sections.Classroom(scoring.Host, teacher, section),
            assignment ?? new { title = "First meeting", kind = "graded" }
        );
        var client = (await work.ClientsAsync())[0];
        (await teacher.PostAsync(work.Path + "/clients", new { clientId = client, rubricId = await work.RubricAsync() })).Is(201);
        (await teacher.PostAsync(work.Path + "/publish")).Is(200);
        var browser = scoring.Host.Browser();
        await browser.SignInAsync(email, password);
        return (new Scoring(scoring.Host, work), browser);
    }

    [Fact]
    public async Task Everything_on_it_works_as_a_plain_form()
    {
        var (begun, browser) = await BeginAsync(scoring);
        var attempt = await begun.DraftedAsync();
        var path = $"/teaching/assignments/{begun.Work.Id}/review";
        var page = await browser.GetAsync(path);
        Assert.Equal(200, page.Status);
        // Decide first: no drafted level in sight, its quotes are.
        Assert.Empty(page.Document.QuerySelectorAll(".levels .drafted"));
        Assert.Equal(5, page.Document.QuerySelectorAll("#review .quote").Length);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".transcript mark"));

        var save = page.Document.QuerySelector("#review")!.GetAttribute("action")!;
        var kept = page
            .Document.QuerySelectorAll("#review input[type=hidden]")
            .Where(i => i.GetAttribute("name") != "__RequestVerificationToken")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .ToArray();
        var answer = await browser.PostAsync(
            save,
            [
                .. kept,
                ($"level-{Scoring.Keys[0]}", "satisfactory"),
                ($"reason-{Scoring.Keys[0]}", "Mostly repeats."),
                ($"level-{Scoring.Keys[1]}", "no_opportunity"),
                ("overall", "You stayed with her."),
                ("nextStep", "Sum up."),
                ("line", "2"),
                ("comment", "An open door."),
                ("keep", "true"),
                ("go", "comment"),
            ]
        );
        Assert.Equal(302, answer.Status);
        Assert.EndsWith("#t2", answer.Location, StringComparison.Ordinal);
        page = await browser.GetAsync(answer.Location!);
        Assert.Equal(2, page.Document.QuerySelectorAll(".levels .drafted").Length);
        Assert.Contains("An open door.", page.Document.QuerySelector(".transcript .comment")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not scored yet: 3 of 5 to decide.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            "satisfactory",
            page.Document.QuerySelector($"input[name='level-{Scoring.Keys[0]}']:checked, input[name='level-{Scoring.Keys[0]}'][checked]")!
                .GetAttribute("value")
        );

        var stale = await browser.PostAsync(save, [.. kept, ($"level-{Scoring.Keys[0]}", "good"), ("go", "save")]);
        Assert.Contains("Somebody changed this assessment", (await browser.GetAsync(stale.Location!)).Text, StringComparison.Ordinal);
        var read = await attempt.ReadAsync();
        Assert.Equal("satisfactory", read["criteria"]![0]!["decided"]!["level"]!.GetValue<string>());

        var now = kept.Select(f => f.Item1 == "version" ? (f.Item1, read["version"]!.ToString()) : f).ToArray();
        await browser.GetAsync(answer.Location!);
        answer = await browser.PostAsync(save, [.. now, ("overall", "You stayed with her."), ("nextStep", "Sum up."), ("go", "release")]);
        page = await browser.GetAsync(answer.Location!);
        Assert.Contains("Released: 2 of 5 criteria.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Mostly repeats.", (await attempt.SeenByStudentAsync())!["criteria"]![0]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Counts_stand_beside_the_draft_and_a_comment_leaves_the_bank_on_the_page()
    {
        var (begun, browser) = await BeginAsync(scoring);
        var attempt = await begun.DraftedAsync();
        var kept = (await begun.Teacher.PostAsync("/api/v1/comment-bank", new { text = "Wait a little." })).Is(201).Text("id");
        var path = $"/teaching/assignments/{begun.Work.Id}/review";
        var page = await browser.GetAsync(path);
        Assert.Contains("Counted by rules", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 open", page.Text, StringComparison.Ordinal);
        var save = $"/teaching/assessments/{await attempt.IdAsync()}/save";
        (string, string)[] place = [("assignment", begun.Work.Id), ("conversation", attempt.Talk.Id), ("version", "1")];
        await browser.PostAsync(save, [.. place, ("go", "forget"), ("bank", "")]);
        Assert.Contains("Choose the comment in your bank first.", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
        await browser.PostAsync(save, [.. place, ("go", "forget"), ("bank", kept)]);
        Assert.Empty((await begun.Teacher.GetAsync("/api/v1/comment-bank")).Is(200).Items.Where(b => b!["id"]!.GetValue<string>() == kept));
    }

    [Fact]
    public async Task Hidden_names_are_nowhere_on_the_page()
    {
        var (begun, browser) = await BeginAsync(scoring);
        var (email, password) = await scoring.Host.NewAccountAsync(Roles.Student, "Ottilie Fennimore");
        (await begun.Teacher.PostAsync(begun.Work.Room.Path + "/enrollments", new { email })).Is(201);
        await begun.DraftedAsync(
            await scoring.Host.SignInAsync(email, password),
            "Hello, I'm Ottilie, a student here. " + ScoringHost.Quoted
        );
        await begun.DraftedAsync();
        var path = $"/teaching/assignments/{begun.Work.Id}/review?show=all";
        Assert.Contains("Ottilie", (await browser.GetAsync(path)).Html, StringComparison.Ordinal);
        var hidden = await browser.GetAsync(path + "&names=hidden");
        Assert.DoesNotContain("Ottilie", hidden.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Fennimore", hidden.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Student ", hidden.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_for_everybody_are_asked_for_with_their_cost_in_sight_and_a_tick()
    {
        var (begun, browser) = await BeginAsync(scoring);
        await begun.DraftedAsync();
        var path = $"/teaching/assignments/{begun.Work.Id}/drafts";
        var page = await browser.GetAsync(path);
        // Everything has a draft, so only "again" is offered.
        Assert.Empty(page.Document.QuerySelectorAll("input[name=scope][value=missing]"));
        Assert.NotNull(page.Document.QuerySelector("input[name=scope][value=undecided][checked]"));
        Assert.Contains("Again for all not yet decided: 1, about $0.0", page.Text, StringComparison.Ordinal);
        var refused = await browser.PostAsync(path + "/run", ("scope", "undecided"));
        Assert.Equal(path, refused.Location);
        Assert.Contains("Nothing was asked for.", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal("/jobs", (await browser.PostAsync(path + "/run", ("scope", "undecided"), ("sure", "true"))).Location);
        Assert.Contains("Drafts for First meeting", (await browser.GetAsync("/jobs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Released_feedback_is_marked_on_the_students_home_list_and_assignment_until_it_is_taken_back()
    {
        var (begun, _) = await BeginAsync(scoring);
        var (email, password) = await scoring.Host.NewAccountAsync(Roles.Student);
        (await begun.Teacher.PostAsync(begun.Work.Room.Path + "/enrollments", new { email })).Is(201);
        var attempt = await begun.DraftedAsync(await scoring.Host.SignInAsync(email, password));
        var other = await begun.DraftedAsync();
        await other.DecideAllAsync();
        (await other.PostAsync("release")).Is(200);
        var browser = scoring.Host.Browser();
        await browser.SignInAsync(email, password);
        string[] pages = ["/", "/assignments", $"/assignments/{begun.Work.Id}"];
        async Task<string[]> MarksAsync()
        {
            var marks = new List<string>();
            foreach (var path in pages)
            {
                var page = await browser.GetAsync(path);
                Assert.Equal(200, page.Status);
                marks.AddRange(
                    page.Document.QuerySelectorAll("a")
                        .Where(a => a.TextContent.StartsWith("Feedback is there", StringComparison.Ordinal))
                        .Select(a => a.GetAttribute("href")!)
                );
            }

            return [.. marks];
        }

        (await attempt.Student.PutAsync(attempt.Talk.Path + "/own-view", new { wants = "Rest." })).Is(204);
        // Decided is not released, and a classmate's is not one's own.
        await attempt.DecideAllAsync();
        Assert.Empty(await MarksAsync());
        (await attempt.PostAsync("release")).Is(200);
        Assert.Equal(Enumerable.Repeat($"/conversations/{attempt.Talk.Id}/debrief#feedback", 3), await MarksAsync());
        var seen = await begun.Work.SeenByAsync(attempt.Student);
        Assert.NotNull(seen["feedbackAt"]);
        Assert.Equal(attempt.Talk.Id, Assert.Single(seen["clients"]![0]!["feedbackOn"]!.AsArray())!.GetValue<string>());
        Assert.Single((await browser.GetAsync($"/conversations/{attempt.Talk.Id}/debrief")).Document.QuerySelectorAll("#feedback"));

        var version = (await attempt.ReadAsync())["version"]!.GetValue<int>();
        (await attempt.PostAsync("reopen", new { version, reason = "Look again." })).Is(200);
        Assert.Empty(await MarksAsync());
    }

    [Fact]
    public async Task Its_pages_stay_within_six_round_trips()
    {
        var (begun, browser) = await BeginAsync(scoring);
        var attempt = await begun.DraftedAsync();
        await begun.DraftedAsync();
        await attempt.DecideAllAsync();
        (
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
        foreach (var page in new[] { "review", $"review?show=all&conversation={attempt.Talk.Id}", "gradebook", "drafts", "second" })
        {
            browser.Count = $"{page} of {begun.Work.Id}";
            Assert.Equal(200, (await browser.GetAsync($"/teaching/assignments/{begun.Work.Id}/{page}")).Status);
            var commands = scoring.Host.RoundTrips.Of(browser.Count);
            Assert.True(commands.Count is > 0 and <= 6, $"{commands.Count} round trips for {page}:\n" + string.Join("\n\n", commands));
        }
    }

    [Fact]
    public async Task The_list_knows_what_is_to_review_to_release_released_and_late()
    {
        var (begun, _) = await BeginAsync(scoring);
        var (open, whole, done) = (await begun.DraftedAsync(), await begun.DraftedAsync(), await begun.DraftedAsync());
        await whole.DecideAllAsync();
        await done.DecideAllAsync();
        (await done.PostAsync("release")).Is(200);
        async Task<string[]> InAsync(string show) =>
            [
                .. (await begun.Teacher.GetAsync($"{begun.Work.Path}/review?show={show}"))
                    .Is(200)
                    .Items.Select(r => r!["conversationId"]!.GetValue<string>()),
            ];
        Assert.Equal([open.Talk.Id], await InAsync("to-review"));
        Assert.Equal([whole.Talk.Id], await InAsync("to-release"));
        Assert.Equal([done.Talk.Id], await InAsync("released"));
        Assert.Empty(await InAsync("late"));
        Assert.Equal(3, (await InAsync("all")).Length);
    }
}
