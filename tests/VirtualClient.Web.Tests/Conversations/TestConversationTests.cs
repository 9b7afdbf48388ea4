using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>What a teacher sees of a test, and nobody else.</summary>
public sealed class TestConversationTests(EveryTest every)
{
    [Fact]
    public async Task After_each_turn_the_teacher_of_a_test_gets_the_state_and_a_student_never_does()
    {
        var test = await TestTalk.StartAsync(await every.Host.NewPersonAsync(Roles.Teacher));
        var told = await test.ReadAsync(await test.SendAsync("What brings you in today?"));
        var state = Assert.Single(told, e => e.Type == "state");
        Assert.Equal("reply-completed", told[^1].Type);
        Assert.Equal(told[^1].Data["replyId"]!.GetValue<string>(), state.Data["replyId"]!.GetValue<string>());
        Assert.InRange(state.Data["trust"]!.GetValue<decimal>(), 1, 4);
        Assert.NotNull(state.Data["distress"]);
        Assert.NotNull(state.Data["engagement"]);
        Assert.NotNull(Codes.Find<Stance>(state.Data["stance"]!.GetValue<string>()));
        Assert.Equal(0, state.Data["opened"]!.AsArray().Count(o => o is null));
        var label = state.Data["labels"]!.AsArray().Single(l => l!["code"]!.GetValue<string>() == "open_question")!;
        Assert.Contains("What brings you", label["words"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("questions.", label["rule"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEqual("", state.Data["plan"]!.GetValue<string>());

        var practice = await Talk.StartAsync(await every.Host.NewStudentAsync());
        await practice.SayAsync(Talk.Lines[0]);
        await practice.SayAsync(Talk.Lines[1]);
        await practice.EndAsync();
        var all = await practice.Api.EventsAsync(practice.Path + "/events?after=0", e => e.Type == "conversation-ended");
        Assert.DoesNotContain(all, e => e.Type == "state");
        Assert.Equal("snapshot", (await practice.Api.EventsAsync(practice.Path + "/events", e => e.Type != "state"))[0].Type);
        Assert.DoesNotContain("trust", string.Concat(all.Select(e => e.Whole)), StringComparison.OrdinalIgnoreCase);
        (await practice.Api.GetAsync(practice.Path + "/test")).Is(403);
    }

    [Fact]
    public async Task A_reader_without_a_position_gets_the_state_with_the_snapshot()
    {
        var test = await TestTalk.StartAsync(await every.Host.NewPersonAsync(Roles.Teacher));
        await test.SayAsync(Talk.Lines[0]);
        var events = await test.Api.EventsAsync(test.Path + "/events", e => e.Type == "state");
        Assert.Equal(["snapshot", "state"], events.Select(e => e.Type));
    }

    [Fact]
    public async Task The_whole_test_is_there_again_after_a_reload_without_script()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var test = await TestTalk.StartAsync(teacher);
        await test.SayAsync("What brings you in today?");
        var view = (await teacher.GetAsync(test.Path + "/test")).Is(200).Json!;
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync($"/conversations/{test.Id}");
        Assert.Equal(200, page.Status);
        var panel = page.Document.QuerySelector("[data-test-panel]")!.TextContent;
        Assert.Contains(view["trust"]!.GetValue<decimal>().ToString("0.00"), panel, StringComparison.Ordinal);
        var turn = view["turns"]!.AsArray().Single()!;
        foreach (var label in turn["after"]!["labels"]!.AsArray())
        {
            Assert.Contains(label!["rule"]!.GetValue<string>(), panel, StringComparison.Ordinal);
            Assert.Contains(label["words"]!.GetValue<string>(), panel, StringComparison.Ordinal);
        }

        Assert.Contains(turn["after"]!["plan"]!.GetValue<string>(), panel, StringComparison.Ordinal);
        Assert.All(view["facts"]!.AsArray(), fact => Assert.Contains(fact!["title"]!.GetValue<string>(), panel, StringComparison.Ordinal));
        Assert.Contains("You are sitting with a social worker", panel, StringComparison.Ordinal);
        var fragment = await browser.GetAsync($"/conversations/{test.Id}/test-panel");
        Assert.Equal(200, fragment.Status);
        Assert.Contains(turn["after"]!["plan"]!.GetValue<string>(), fragment.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_student_sees_nothing_of_it_on_the_same_page()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var practice = await Talk.StartAsync(await every.Host.SignInAsync(email, password));
        await practice.SayAsync(Talk.Lines[0]);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync($"/conversations/{practice.Id}");
        Assert.Null(page.Document.QuerySelector("[data-test-panel]"));
        Assert.Null(page.Document.QuerySelector("[data-critique]"));
        Assert.Equal(404, (await browser.GetAsync($"/conversations/{practice.Id}/test-panel")).Status);
    }

    [Fact]
    public async Task A_test_is_its_teachers_own_by_every_path()
    {
        var test = await TestTalk.StartAsync(await every.Host.NewPersonAsync(Roles.Teacher));
        var reply = (await test.SayAsync(Talk.Lines[0])).Data["replyId"]!.GetValue<string>();
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var colleague = await every.Host.SignInAsync(email, password);
        (await colleague.GetAsync(test.Path + "/test")).Is(404, "not-found");
        (await colleague.PostAsync(test.Path + "/settings", new { modelRoute = "built-in" })).Is(404, "not-found");
        (await colleague.PostAsync(test.Path + "/restart", new { sameSeed = true })).Is(404, "not-found");
        (await colleague.PostAsync(test.Path + "/copy-client")).Is(404, "not-found");
        (await colleague.PostAsync($"{test.Path}/replies/{reply}/critique", new { kind = "critique", words = "Too long." })).Is(
            404,
            "not-found"
        );
        (await colleague.GetAsync($"/api/v1/tests/compare?left={test.Id}&right={test.Id}")).Is(404, "not-found");
        Assert.Empty((await colleague.GetAsync("/api/v1/tests")).Is(200).Items);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        foreach (
            var path in new[]
            {
                $"/tests/{test.Id}",
                $"/tests/compare?test={test.Id}&test={test.Id}",
                $"/conversations/{test.Id}/test-settings",
                $"/conversations/{test.Id}/replies/{reply}/critique",
                $"/conversations/{test.Id}/test-panel",
            }
        )
        {
            Assert.Equal(404, (await browser.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Model_and_prompt_are_chosen_before_the_first_message_and_locked_after_it()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var test = await TestTalk.StartAsync(teacher);
        (await teacher.PostAsync(test.Path + "/settings", new { modelRoute = "no-such-route" })).Is(409, "unknown-route");
        var changed = (
            await teacher.PostAsync(test.Path + "/settings", new { modelRoute = "built-in", promptOverride = "You are somebody." })
        )
            .Is(200)
            .Json!["settings"]!;
        Assert.Equal("built-in", changed["modelRoute"]!.GetValue<string>());
        Assert.Equal("You are somebody.", changed["prompt"]!.GetValue<string>());
        var reset = (await teacher.PostAsync(test.Path + "/settings", new { promptOverride = "" })).Is(200).Json!["settings"]!;
        Assert.Equal((false, "built-in"), (reset["promptEdited"]!.GetValue<bool>(), reset["modelRoute"]!.GetValue<string>()));
        Assert.Contains("You are sitting with a social worker", reset["prompt"]!.GetValue<string>(), StringComparison.Ordinal);

        await test.SayAsync(Talk.Lines[0]);
        (await teacher.PostAsync(test.Path + "/settings", new { promptOverride = "You are somebody else." })).Is(409, "settings-locked");
        var clientId = (await teacher.GetAsync(test.Path)).Text("clientId");
        (await teacher.PostAsync("/api/v1/conversations", new { clientId, test = true })).Is(200);
        var other = new
        {
            clientId,
            test = true,
            promptOverride = "You are somebody else.",
        };
        (await teacher.PostAsync("/api/v1/conversations", other)).Is(409, "settings-locked");
        Assert.True((await teacher.GetAsync(test.Path + "/test")).Json!["settings"]!["locked"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_restart_ends_the_test_and_with_the_same_seed_the_client_answers_alike()
    {
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        var test = await TestTalk.StartAsync(teacher, 2);
        var first = (await test.SayAsync(Talk.Lines[1])).Data["message"]!["text"]!.GetValue<string>();
        var again = (await teacher.PostAsync(test.Path + "/restart", new { sameSeed = true })).Is(201);
        Assert.Equal("completed", (await teacher.GetAsync(test.Path)).Text("status"));
        var second = new Talk(teacher, again.Text("id"));
        Assert.Equal(first, (await second.SayAsync(Talk.Lines[1])).Data["message"]!["text"]!.GetValue<string>());
        var both = (await teacher.GetAsync($"/api/v1/tests/compare?left={test.Id}&right={second.Id}")).Is(200).Json!;
        Assert.True(both["sameSeed"]!.GetValue<bool>());
        Assert.Equal(both["left"]!["trust"]!.ToJsonString(), both["right"]!["trust"]!.ToJsonString());

        var other = (await teacher.PostAsync(second.Path + "/restart", new { promptOverride = "You are somebody." })).Is(201).Text("id");
        both = (await teacher.GetAsync($"/api/v1/tests/compare?left={test.Id}&right={other}")).Is(200).Json!;
        Assert.False(both["sameSeed"]!.GetValue<bool>());
        Assert.True(both["right"]!["promptEdited"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Without_script_a_test_is_set_restarted_and_ended_by_plain_forms()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var test = await TestTalk.StartAsync(teacher, 1);
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var settings = await browser.GetAsync($"/conversations/{test.Id}/test-settings");
        var built = settings.Document.QuerySelector("textarea[name=promptOverride]")!.TextContent;
        var action = $"/conversations/{test.Id}/test-settings";
        Assert.Equal(
            $"/conversations/{test.Id}",
            (await browser.PostAsync(action, ("modelRoute", "built-in"), ("promptOverride", built), ("act", "save"))).Location
        );
        Assert.False((await teacher.GetAsync(test.Path + "/test")).Json!["settings"]!["promptEdited"]!.GetValue<bool>());
        await browser.PostAsync(action, ("modelRoute", ""), ("promptOverride", built + "\nYou whisper."), ("act", "save"));
        var saved = (await teacher.GetAsync(test.Path + "/test")).Json!["settings"]!;
        Assert.Null(saved["modelRoute"]);
        Assert.Contains("You whisper.", saved["prompt"]!.GetValue<string>(), StringComparison.Ordinal);
        await test.SayAsync(Talk.Lines[0]);
        Assert.Contains("Locked while it runs", (await browser.GetAsync(action)).Text, StringComparison.Ordinal);
        var restarted = await browser.PostAsync(action, ("modelRoute", "built-in"), ("promptOverride", ""), ("act", "same"));
        Assert.Matches("^/conversations/[0-9a-f-]{36}$", restarted.Location);
        Assert.NotEqual($"/conversations/{test.Id}", restarted.Location);
        Assert.Equal(302, (await browser.PostAsync(restarted.Location + "/end")).Status);
        var record = await browser.GetAsync(restarted.Location + "/record");
        Assert.Equal(restarted.Location!.Replace("/conversations/", "/tests/", StringComparison.Ordinal), record.Location);
        Assert.Equal(200, (await browser.GetAsync(record.Location!)).Status);
    }
}
