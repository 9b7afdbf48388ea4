using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Debriefs;

/// <summary>What the person who held a conversation says about it: before the figures, beside the labels, after all of it.</summary>
public sealed class OwnWordsTests(EveryTest every)
{
    [Fact]
    public async Task The_own_view_comes_before_the_figures_and_is_kept_as_it_was()
    {
        var (talk, browser) = await EndedAsync();
        var page = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        Assert.Contains("Five short questions", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("How open", page.Text, StringComparison.Ordinal);

        var answer = await browser.PostAsync(
            $"/conversations/{talk.Id}/own-view",
            ("howWasThat", "Harder than I thought."),
            ("wants", "To be done by eight."),
            ("risk", "none_seen"),
            ("wouldDo", "consult"),
            ("whomAndWhen", "My field instructor, today"),
            ("listened", "mostly")
        );
        Assert.Equal($"/conversations/{talk.Id}/debrief", answer.Location);
        page = await browser.GetAsync(answer.Location!);
        foreach (
            var words in new[]
            {
                "Harder than I thought.",
                "To be done by eight.",
                "None seen",
                "Consult: My field instructor, today",
                "Mostly",
                "It is not a mark.",
            }
        )
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        (await talk.Api.PutAsync(talk.Path + "/own-view", new { wants = "Something else." })).Is(204);
        var kept = (await talk.Api.GetAsync(talk.Path + "/debrief")).Json!["ownView"]!;
        Assert.Equal("To be done by eight.", kept["wants"]!.GetValue<string>());
        Assert.Equal("none_seen", kept["risk"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Harder than I thought.", "I want to slow down.", false)]
    [InlineData("This hit too close to home.", "", true)]
    [InlineData("", "I can't cope and I want to die.", true)]
    public async Task Help_is_offered_where_what_was_written_afterwards_seems_to_be_about_the_student(
        string before,
        string after,
        bool offered
    )
    {
        var (talk, browser) = await EndedAsync();
        await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        await browser.PostAsync($"/conversations/{talk.Id}/own-view", ("howWasThat", before), ("wants", "time"));
        var page = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        var version = page.Document.QuerySelector("#reflection [name=version]")!.GetAttribute("value")!;
        await browser.PostAsync($"/conversations/{talk.Id}/reflection", ("felt", after), ("version", version));
        page = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        Assert.Equal(offered, page.Text.Contains("If some of this is your own", StringComparison.Ordinal));
        Assert.Equal(offered, page.Text.Contains("988", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_questions_may_be_skipped_in_practice()
    {
        var (talk, browser) = await EndedAsync();
        await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        await browser.PostAsync($"/conversations/{talk.Id}/own-view", ("skip", "true"), ("wants", "not to be kept"));
        var page = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        Assert.Contains("You went straight to the debrief.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not to be kept", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_seen_differently_is_kept_beside_it_and_changes_no_figure()
    {
        var (talk, browser) = await EndedAsync();
        (await talk.Api.PutAsync(talk.Path + "/own-view", new { skip = true })).Is(204);
        var before = (await talk.Api.GetAsync(talk.Path + "/debrief")).Json!;
        var turn = before["turns"]![3]!["messageId"]!.GetValue<string>();
        var seen = new
        {
            messageId = turn,
            label = "advice_without_permission",
            instead = "practical_help",
            reason = "He had asked.",
        };
        (await talk.Api.PostAsync(talk.Path + "/own-labels", seen)).Is(204);
        (await talk.Api.PostAsync(talk.Path + "/own-labels", seen with { instead = "none" })).Is(204);
        var after = (await talk.Api.GetAsync(talk.Path + "/debrief")).Json!;
        var own = Assert.Single(after["ownLabels"]!.AsArray())!;
        Assert.Equal(("none", "He had asked."), (own["instead"]!.GetValue<string>(), own["reason"]!.GetValue<string>()));
        foreach (var part in new[] { "turns", "trust", "adviceRate", "questions" })
        {
            Assert.Equal(before[part]!.ToJsonString(), after[part]!.ToJsonString());
        }

        var page = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        Assert.Contains("Not “advice before it was wanted”: no label. He had asked.", page.Text, StringComparison.Ordinal);
        (await talk.Api.PostAsync(talk.Path + "/own-labels", seen with { instead = "kindness" })).Is(422);
        (await talk.Api.PostAsync(talk.Path + "/own-labels", seen with { messageId = Guid.CreateVersion7().ToString() })).Is(404);
    }

    [Fact]
    public async Task Coded_by_hand_first_the_labels_wait_for_five_turns()
    {
        var (talk, browser) = await EndedAsync();
        await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        await browser.PostAsync($"/conversations/{talk.Id}/own-view", ("codeFirst", "true"), ("wants", "time"));
        var before = (await talk.Api.GetAsync(talk.Path + "/debrief")).Json!;
        Assert.Empty(before["turns"]!.AsArray());
        Assert.All(before["trust"]!.AsArray(), turn => Assert.Empty(turn!["reasons"]!.AsArray()));
        Assert.All(new[] { "questions", "reflections", "adviceRate", "oneToKeep", "oneToTry" }, part => Assert.Null(before[part]));
        Assert.Empty(before["keep"]!.AsArray());
        var page = await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        Assert.Contains("so far you have coded 0", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#openness, #listening, #facts, #moments"));
        var mine = (await talk.MessagesAsync())
            .Where(m => m["speaker"]!.GetValue<string>() == "student")
            .Select(m => m["id"]!.GetValue<string>())
            .ToList();
        for (var turn = 0; turn < 5; turn++)
        {
            var kept = await browser.PostAsync(
                $"/conversations/{talk.Id}/see-differently",
                ("messageId", mine[turn]),
                ("instead", "open_question"),
                ("line", "2")
            );
            Assert.Equal($"/conversations/{talk.Id}/debrief#t2", kept.Location);
        }

        var debrief = (await talk.Api.GetAsync(talk.Path + "/debrief")).Json!;
        Assert.Equal(6, debrief["turns"]!.AsArray().Count);
        Assert.NotNull(debrief["questions"]);
        Assert.Single((await browser.GetAsync($"/conversations/{talk.Id}/debrief")).Document.QuerySelectorAll("#openness"));
        Assert.All(debrief["ownLabels"]!.AsArray(), own => Assert.True(own!["byHandFirst"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_reflection_from_an_older_version_is_refused_with_the_newer_one()
    {
        var (talk, browser) = await EndedAsync();
        var saved = (
            await talk.Api.PutAsync(
                talk.Path + "/reflection",
                new
                {
                    felt = "Slow.",
                    next = "Wait once.",
                    version = 1,
                }
            )
        ).Is(200);
        Assert.Equal(("Slow.", "", 2), (saved.Text("felt"), saved.Text("assumed"), saved.Number("version")));
        var late = (await talk.Api.PutAsync(talk.Path + "/reflection", new { felt = "Fast.", version = 1 })).Is(409, "stale");
        Assert.Equal("Slow.", late.Text("felt"));
        (await talk.Api.PutAsync(talk.Path + "/reflection", new { felt = "no version" })).Is(422, "invalid");
        await browser.GetAsync($"/conversations/{talk.Id}/debrief");
        await browser.PostAsync(
            $"/conversations/{talk.Id}/reflection",
            ("felt", "Slow."),
            ("assumed", "That he jokes because he is fine."),
            ("next", ""),
            ("version", "2")
        );
        Assert.Equal(
            "That he jokes because he is fine.",
            (await talk.Api.GetAsync(talk.Path + "/debrief")).Json!["reflection"]!["assumed"]!.GetValue<string>()
        );
    }

    private async Task<(Talk Talk, BrowserClient Browser)> EndedAsync()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var talk = await new DebriefTests(every).EndedAsync(await every.Host.SignInAsync(email, password));
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        return (talk, browser);
    }
}
