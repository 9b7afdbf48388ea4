using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>A teacher tests a client, critiques a reply, sees the next one made with the principle, and compares two tests; with the keyboard alone.</summary>
[Collection("product")]
public sealed class TeacherTestTests(ProductFixture product)
{
    internal const string Rule = "Do not ask the worker questions.";

    [Theory]
    [InlineData(1280, ColorScheme.Light, "Denise Yamada")]
    [InlineData(360, ColorScheme.Dark, "Kit Sorensen")]
    public async Task A_teacher_tests_critiques_keeps_a_principle_and_compares(int width, ColorScheme scheme, string client)
    {
        await using var visitor = await product.VisitAsync(width, scheme);
        var page = visitor.Page;
        await visitor.SignInAsync("Dr. Helen Marsh");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Test {client}" }).First.PressOnAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(1);
        await visitor.SayAsync("What brings you in today?");

        // State, labels with their words and rule, the plan: live, and again after a reload.
        var panel = page.Locator("[data-test-panel]");
        await Expect(panel).ToContainTextAsync("Open question");
        await Expect(panel).ToContainTextAsync("questions.");
        await Expect(panel).ToContainTextAsync("Plan of the last reply");
        await page.ReloadAsync();
        await OpenSideAsync(page, width);
        await Expect(panel.GetByText("Open question", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.CheckAsync($"test-panel-{width}-{scheme}", whole: false);
        await CloseSideAsync(page, width);
        await visitor.CheckAsync($"test-{width}-{scheme}", whole: false);

        await CritiqueAsync(visitor, client, $"{width}-{scheme}");

        // The next reply is made with it: it stands in the prompt of this test.
        await Expect(page.Locator("#panel-settings .prompt")).ToContainTextAsync(Rule);
        await visitor.SayAsync("Do you have any questions for me?");
        Assert.DoesNotContain("?", (await visitor.ShownAsync())[^1], StringComparison.Ordinal);
        await OpenSideAsync(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).PressOnAsync();
        await Expect(page.Locator("#panel-settings .prompt")).Not.ToContainTextAsync(Rule);

        await EndAsync(page, width);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Test with {client}" })).ToBeVisibleAsync();
        await visitor.CheckAsync($"test-record-{width}-{scheme}");
        await page.GetByRole(AriaRole.Link, new() { Name = "With another model or prompt" }).PressOnAsync();
        await Expect(page.GetByText("Locked while it runs")).ToBeVisibleAsync();
        await visitor.CheckAsync($"test-settings-{width}-{scheme}");
        await page.GetByRole(AriaRole.Button, new() { Name = "The same, with the same seed" }).PressOnAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(1);
        await visitor.SayAsync("Is it about money?");
        await EndAsync(page, width);
        await CompareAsync(visitor, client, $"{width}-{scheme}");
    }

    /// <summary>Says what is wrong with the last reply, and is offered a principle.</summary>
    internal static async Task ProposeAsync(IPage page)
    {
        await page.Locator("[data-turns]").GetByRole(AriaRole.Link, new() { Name = "Critique this reply" }).Last.PressOnAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Would not say that" }).PressOnAsync("Space");
        await page.GetByLabel("In your words").TypeOverAsync("Asks too many questions for a first meeting.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose a principle" }).PressOnAsync();
    }

    private static async Task CritiqueAsync(Visitor visitor, string client, string look)
    {
        var page = visitor.Page;
        await ProposeAsync(page);
        await Expect(page.GetByText(Rule)).ToBeVisibleAsync();
        await Expect(page.GetByText($"{client} is not your own client")).ToBeVisibleAsync();
        await visitor.CheckAsync($"critique-copy-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a copy and go on" }).PressOnAsync();
        await Expect(page.GetByLabel("Principle", new() { Exact = true })).ToHaveValueAsync(Rule);
        await Expect(page.GetByText("the built-in voice asks no questions")).ToBeVisibleAsync();
        await visitor.CheckAsync($"critique-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this principle" }).PressOnAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(3);
    }

    private static async Task CompareAsync(Visitor visitor, string client, string look)
    {
        var page = visitor.Page;
        await page.GotoAsync("/tests");
        await Expect(page.Locator("#figures .stat")).ToHaveCountAsync(7);
        await visitor.CheckAsync($"tests-{look}");
        var mine = page.GetByRole(AriaRole.Row).Filter(new() { HasText = client }).GetByRole(AriaRole.Checkbox);
        await mine.Nth(0).PressOnAsync("Space");
        await mine.Nth(1).PressOnAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare two tests" }).PressOnAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Two tests side by side" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Both have the same seed")).ToBeVisibleAsync();
        await Expect(page.Locator("#labels")).ToContainTextAsync("Closed question");
        await visitor.CheckAsync($"compare-{look}");
    }

    private static async Task OpenSideAsync(IPage page, int width)
    {
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).PressOnAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "State, notes and referral", Exact = true }).PressOnAsync();
        }
    }

    private static async Task CloseSideAsync(IPage page, int width)
    {
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Close state, notes and referral" }).PressOnAsync();
        }
    }

    private static async Task EndAsync(IPage page, int width)
    {
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).PressOnAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "End conversation" }).PressOnAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).PressOnAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "End the test" }).PressOnAsync();
        await page.WaitForURLAsync(new Regex("/tests/"));
    }
}
