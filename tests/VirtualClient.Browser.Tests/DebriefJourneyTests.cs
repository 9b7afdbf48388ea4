using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>Learning from a conversation, as a student does it: held, looked at, tried again better, compared, and seen in the progress.</summary>
[Collection("swift")]
public sealed partial class DebriefJourneyTests(SwiftFixture product)
{
    /// <summary>Two good turns, three poor ones, and a good one too late.</summary>
    private static readonly string[] First =
    [
        "Hello, I'm Mara, a social work student here. What you tell me stays between us unless somebody could get hurt.",
        "What has this week been like for you?",
        "You should join a club and get out more.",
        "Did you eat today?",
        "Everything will be fine, you will see.",
        "It sounds like the evenings are the hardest.",
    ];

    /// <summary>The third turn and what follows, taken better.</summary>
    private static readonly string[] Better =
    [
        "It sounds like the evenings are the hardest.",
        "What is an evening like, now that the house is quiet?",
        "That is a lot to carry on your own, and you keep going.",
        "How have you been sleeping and eating since then?",
        "You miss how the two of you were together.",
        "What would you like me to know about that?",
    ];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task From_the_page_before_to_the_two_paths_side_by_side(int width, ColorScheme scheme)
    {
        var look = $"{width}-{scheme}";
        await using var visitor = await product.VisitAsync(width, scheme);
        var page = visitor.Page;
        await visitor.SignInAsync(await product.NewStudentAsync("Mara Quint"));
        await visitor.CheckAsync($"home-new-{look}");

        await page.GotoAsync("/practice");
        await page.GetByRole(AriaRole.Link, new() { Name = "Walter Ellison", Exact = true }).ClickAsync();
        await visitor.CheckAsync($"prebrief-{look}");
        await visitor.StartAsync();
        foreach (var text in First)
        {
            await visitor.SayAsync(text);
        }

        await NoteAndStepOutAsync(visitor, look);
        await visitor.EndAsync();
        await AnswerAsync(visitor, look);
        await ReadAsync(visitor, look);
        await TryAgainAsync(visitor, look);
        await ProgressAsync(visitor, look);
    }

    /// <summary>Everything that a supervisor would be shown on paper: a sheet with two sides.</summary>
    [Fact]
    public async Task The_debrief_of_ten_turns_prints_on_two_pages()
    {
        await using var visitor = await product.VisitAsync();
        var page = visitor.Page;
        await visitor.SignInAsync(await product.NewStudentAsync("Ten Turns"));
        await visitor.MeetAsync("Walter Ellison");
        string[] ten = [.. First, .. Better[1..5]];
        foreach (var text in ten)
        {
            await visitor.SayAsync(text);
        }

        await visitor.EndAsync();
        await page.GetByLabel("How was that?").FillAsync("I hurried in the middle, and I noticed it only when he had gone quiet.");
        await page.GetByLabel("What went well?").FillAsync("The beginning, and that I came back to the evenings.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show my debrief" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Debrief with Walter");
        Assert.Contains("10 turns", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.InRange(await SheetsAsync(page, "A4"), 1, 2);
        Assert.InRange(await SheetsAsync(page, "Letter"), 1, 2);
        // The theme of the screen changes nothing on paper.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.InRange(await SheetsAsync(page, "Letter"), 1, 2);
    }

    /// <summary>An attempt with what the teacher released: twice as much to say, and still two sides.</summary>
    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task The_debrief_of_an_attempt_prints_on_two_pages_with_its_feedback(string paper)
    {
        await using var visitor = await product.VisitAsync();
        await visitor.SignInAsync("Priya Nair");
        await visitor.Page.Locator("a[href$='/debrief#feedback']").First.ClickAsync();
        await Expect(visitor.Page.Locator("#feedback")).ToContainTextAsync("Score by the rubric");
        Assert.InRange(await SheetsAsync(visitor.Page, paper), 1, 2);
    }

    private static async Task NoteAndStepOutAsync(Visitor visitor, string look)
    {
        var page = visitor.Page;
        var narrow = page.ViewportSize!.Width < 600;
        if (narrow)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Notes and referral" }).First.ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for a note" }).ClickAsync();
        await Expect(page.Locator("[data-coach-notes] .hint-card")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for a note" }).ClickAsync();
        await Expect(page.GetByText("This is still the note for this turn.")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-coach-notes] .hint-card")).ToHaveCountAsync(1);
        await visitor.CheckAsync($"coach-{look}", whole: false);
        if (narrow)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Close notes" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Step out" }).ClickAsync();
        await Expect(page.GetByText("If you need help now, use the numbers here.")).ToBeVisibleAsync();
        await visitor.CheckAsync($"step-out-{look}", whole: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Return to Walter" }).ClickAsync();
        await Expect(visitor.Box).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(Visitor visitor, string look)
    {
        var page = visitor.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Five short questions" })).ToBeVisibleAsync();
        await visitor.CheckAsync($"own-view-{look}");
        await page.GetByLabel("How was that?").FillAsync("I hurried in the middle.");
        await page.GetByLabel("What went well?").FillAsync("The beginning.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show my debrief" }).ClickAsync();
    }

    /// <summary>One open question and one for a short answer, one reflection to the two of them, advice once in six turns.</summary>
    private static async Task ReadAsync(Visitor visitor, string look)
    {
        var page = visitor.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Debrief with Walter");
        await Expect(page.GetByText("I hurried in the middle.")).ToBeVisibleAsync();
        var listening = page.Locator("#listening");
        await Expect(listening).ToContainTextAsync("1 open");
        await Expect(listening).ToContainTextAsync("1 short");
        await Expect(listening).ToContainTextAsync("0.5likely");
        await Expect(listening).ToContainTextAsync("1of 6 turns");
        var words = First.Sum(text => text.Split(' ').Length);
        await Expect(listening).ToContainTextAsync($"{words} words of yours");
        await Expect(page.Locator("#openness")).ToContainTextAsync("It is not a mark.");
        await visitor.CheckAsync($"debrief-{look}");
        Assert.True(await SheetsAsync(page) <= 2, $"The debrief prints on {await SheetsAsync(page)} pages.");
    }

    private static async Task TryAgainAsync(Visitor visitor, string look)
    {
        var page = visitor.Page;
        // The first line is the client's, so the third turn is line 6.
        await page.Locator("#t6 summary").ClickAsync();
        await page.Locator("#t6").GetByRole(AriaRole.Button, new() { Name = "Try again from here" }).ClickAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(5);
        foreach (var text in Better)
        {
            await visitor.SayAsync(text);
        }

        await visitor.EndAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip the questions" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare the two paths" }).ClickAsync();
        await Expect(page.GetByText("From turn 3 on")).ToBeVisibleAsync();
        await Expect(page.Locator("#turns")).ToContainTextAsync("advice before it was wanted");
        var told = Summary().Match((await page.Locator("#openness").TextContentAsync())!);
        Assert.True(told.Success, await page.Locator("#openness").TextContentAsync());
        var (before, after) = (int.Parse(told.Groups["before"].Value), int.Parse(told.Groups["after"].Value));
        Assert.True(after > before, $"{told.Value}: not more facts.");
        Assert.True(Openness(told.Groups["better"].Value) > Openness(told.Groups["first"].Value), $"{told.Value}: not a better path.");
        await visitor.CheckAsync($"compare-{look}");
    }

    private static async Task ProgressAsync(Visitor visitor, string look)
    {
        var page = visitor.Page;
        foreach (var client in new[] { "Denise Yamada", "Ray Delgado" })
        {
            await visitor.MeetAsync(client);
            await visitor.SayAsync("What brings you in today?");
            await visitor.EndAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Skip the questions" }).ClickAsync();
        }

        await page.GotoAsync("/progress");
        await Expect(page.Locator("#skills tbody tr")).ToHaveCountAsync(3);
        await visitor.CheckAsync($"progress-{look}");
        await page.GotoAsync("/history");
        await visitor.CheckAsync($"history-{look}");
        await page.GotoAsync("/");
        await visitor.CheckAsync($"home-{look}");
    }

    private static int Openness(string band) => Array.IndexOf(["guarded", "warming", "open"], band);

    [GeneratedRegex(
        @"Walter ended (?<first>\w+) and told you (?<before>\d+) things?\. On this try, Walter ended (?<better>\w+) and told you (?<after>\d+) things?"
    )]
    private static partial Regex Summary();

    /// <summary>Pages of the print, read from the file that a browser makes of it.</summary>
    private static async Task<int> SheetsAsync(IPage page, string paper = "A4")
    {
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = paper, PrintBackground = true }));
        return Regex.Count(pdf, @"/Type\s*/Page\b(?!s)");
    }
}
