using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>A newcomer's way through the product, from the sign-in page to the saved record.</summary>
[Collection("product")]
public sealed class FirstConversationTests(ProductFixture product)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light, "childcare", "Danny Kealoha", "Jonas Weber")]
    [InlineData(360, ColorScheme.Dark, "pantry", "Ray Delgado", "Jonas Weber")]
    public async Task A_student_meets_a_client_talks_and_keeps_the_record(
        int width,
        ColorScheme scheme,
        string word,
        string client,
        string student
    )
    {
        await using var visitor = await product.VisitAsync(width, scheme);
        var page = visitor.Page;
        var first = client.Split(' ')[0];

        // The library, searched and filtered.
        await visitor.SignInAsync(student);
        await page.GetByRole(AriaRole.Link, new() { Name = "Practice", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync(word);
        await page.GetByRole(AriaRole.Search).GetByText("Gentle", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show clients" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = client })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Dale Pruitt" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = client }).ClickAsync();

        // What a worker knows beforehand, and that nobody is hurt.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = client })).ToBeVisibleAsync();
        foreach (var part in new[] { "Referral", "Why now", "Your task", "What to practice", "You will talk with a simulation" })
        {
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = part, Exact = true })).ToBeVisibleAsync();
        }

        await visitor.StartAsync();
        Assert.NotEmpty((await visitor.ShownAsync())[0]);

        await SixTurnsAsync(visitor, first);
        await ReloadInTheMiddleAsync(visitor);
        await TwoTabsAsync(visitor);
        await StopRetryAndWaitAsync(visitor);
        await NotesAndDraftAsync(visitor, width);
        await StepOutAndBackAsync(visitor, first);
        await EndAsync(visitor, client, width);
    }

    /// <summary>Notes the states that the newest reply goes through, and how long after the press of Send the first one was there.</summary>
    private const string WatchReplies = """
        () => {
          const list = document.querySelector("[data-turns]");
          document.addEventListener("submit", () => { window.replyWatch = { sent: performance.now(), states: [] }; }, true);
          new MutationObserver(() => {
            const last = list.lastElementChild;
            const state = last?.dataset.state;
            if (!state || replyWatch.states.at(-1) === state) return;
            if (replyWatch.states.length === 0) {
              replyWatch.firstMs = performance.now() - replyWatch.sent;
              replyWatch.firstText = last.textContent;
            }
            replyWatch.states.push(state);
          }).observe(list, { childList: true, subtree: true, attributes: true });
        }
        """;

    /// <summary>The indicator comes before the answer; an answer of more than a few words comes piece by piece.</summary>
    private static async Task SixTurnsAsync(Visitor visitor, string first)
    {
        string[] said =
        [
            "Hello, I'm Jonas, a social work student. What we say stays between us unless somebody is in danger.",
            "What brings you in today?",
            "That sounds like a lot to carry.",
            "How have you been managing so far?",
            "What would help most this week?",
            "Thank you for telling me that.",
        ];
        List<double> untilShown = [];
        var streamed = 0;
        await visitor.Page.EvaluateAsync(WatchReplies);
        for (var turn = 0; turn < said.Length; turn++)
        {
            await visitor.SendAsync(said[turn]);
            await Expect(visitor.Turns).ToHaveCountAsync(3 + 2 * turn);
            await visitor.WholeAsync();
            var states = await visitor.Page.EvaluateAsync<string[]>("replyWatch.states");
            Assert.Equal(["waiting", "complete"], states.Where(state => state != "streaming"));
            streamed += states.Contains("streaming") ? 1 : 0;
            Assert.Contains($"{first} is taking a moment", await visitor.Page.EvaluateAsync<string>("replyWatch.firstText"));
            untilShown.Add(await visitor.Page.EvaluateAsync<double>("replyWatch.firstMs"));
            await Expect(visitor.Page.Locator("[data-turn-count]")).ToHaveTextAsync(turn == 0 ? "1 turn" : $"{turn + 1} turns");
        }

        Assert.True(untilShown.Order().ElementAt(3) < 100, $"The indicator came after {string.Join(", ", untilShown)} ms.");
        Assert.True(streamed > 0, "No answer came word by word.");
        await Expect(visitor.Turns).ToHaveCountAsync(13);
        await visitor.SeesWhatIsStoredAsync();
    }

    private static async Task ReloadInTheMiddleAsync(Visitor visitor)
    {
        await visitor.SendAsync("Tell me more about what an ordinary day is like, from the morning on.");
        await visitor.AnsweringAsync();
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(15);
        await visitor.WholeAsync();
        await visitor.SeesWhatIsStoredAsync();
    }

    private static async Task TwoTabsAsync(Visitor visitor)
    {
        var second = await visitor.OpenSecondTabAsync();
        await Expect(second.Turns).ToHaveCountAsync(15);
        await visitor.SayAsync("Who is there for you when it gets hard?");
        await Expect(second.Turns).ToHaveCountAsync(17);
        await second.WholeAsync();
        Assert.Equal(await visitor.ShownAsync(), await second.ShownAsync());
        await Expect(second.Page.Locator("[data-turn-count]")).ToHaveTextAsync("8 turns");
        await second.Page.CloseAsync();
    }

    private static async Task StopRetryAndWaitAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.SendAsync("What have you tried already?");
        await visitor.AnsweringAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(visitor.Turns.Last).ToHaveAttributeAsync("data-state", "stopped");
        await Expect(page.GetByText("You stopped this reply.")).ToBeVisibleAsync();
        await visitor.SeesWhatIsStoredAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(20);
        await visitor.WholeAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Wait" }).ClickAsync();
        await Expect(page.GetByText("You waited.")).ToBeVisibleAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(22);
        await visitor.WholeAsync();
        await visitor.SeesWhatIsStoredAsync();
    }

    private static async Task NotesAndDraftAsync(Visitor visitor, int width)
    {
        var page = visitor.Page;
        await OpenNotesAsync(page, width);
        await page.GetByLabel("Private notes").Last.FillAsync("Ask about the aunt next time.");
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Saved");
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Close notes" }).ClickAsync();
        }

        await visitor.Box.FillAsync("Half a thought");
        await page.ReloadAsync();
        await Expect(visitor.Box).ToHaveValueAsync("Half a thought");
        await OpenNotesAsync(page, width);
        await Expect(page.GetByLabel("Private notes").Last).ToHaveValueAsync("Ask about the aunt next time.");
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Close notes" }).ClickAsync();
        }
    }

    private static async Task OpenNotesAsync(IPage page, int width)
    {
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Notes and referral" }).First.ClickAsync();
        }
    }

    private static async Task StepOutAndBackAsync(Visitor visitor, string first)
    {
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Step out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Return to {first}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Step out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave for now" }).ClickAsync();
        await Expect(page.GetByText("Your conversation waits for you.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Resume" }).First.ClickAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(22);
    }

    private static async Task EndAsync(Visitor visitor, string client, int width)
    {
        var page = visitor.Page;
        var words = await visitor.StoredAsync();
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "End conversation" }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "End and" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Before your debrief");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip the questions" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Debrief with {client.Split(' ')[0]}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Transcript, notes and export" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Your conversation with {client}");
        await Expect(page.GetByText("Ask about the aunt next time.")).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Save as Markdown" }).ClickAsync()
        );
        Assert.EndsWith(".md", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var plain = string.Join(' ', text.Split(['*', '>', ' ', '\n', '\\'], StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"# Conversation with {client}", text);
        Assert.All(words, said => Assert.Contains(said.Replace(">", "", StringComparison.Ordinal), plain));
        Assert.Contains("Ask about the aunt next time.", text);

        await page.GotoAsync("/history");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Open the conversation with {client}" }).ClickAsync();
        await Expect(page.Locator("#transcript .transcript > li")).ToHaveCountAsync(22);
    }
}
