using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>A new teacher's way from a built-in client to one of their own, with the keyboard alone.</summary>
[Collection("product")]
public sealed class WorkshopTests(ProductFixture product)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light, "Sal Medina")]
    [InlineData(360, ColorScheme.Dark, "Ivo Medina")]
    public async Task A_client_of_ones_own_is_made_checked_published_and_handed_on(int width, ColorScheme scheme, string name)
    {
        await using var visitor = await product.VisitAsync(width, scheme);
        var page = visitor.Page;
        await SignInAsync(page, await product.NewTeacherAsync("Dr. Ana Ruiz"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Clients", Exact = true }).PressOnAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You have not written a client yet" })).ToBeVisibleAsync();
        await visitor.CheckAsync($"clients-empty-{width}-{scheme}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at the built-in clients" }).PressOnAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my own copy of Ray Delgado" }).PressOnAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Ray Delgado" })).ToBeVisibleAsync();

        await ChangeAsync(visitor, name);
        await visitor.CheckAsync($"editor-{width}-{scheme}");
        await MendAsync(visitor, $"editor-error-{width}-{scheme}");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Check before publishing" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Asks closed questions only" })).ToBeVisibleAsync();
        await visitor.CheckAsync($"check-{width}-{scheme}");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "This is not a real person’s story or record." }).PressOnAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Publish {name}" }).PressOnAsync();
        await Expect(page.GetByText($"{name} is published.")).ToBeVisibleAsync();

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export" }).PressOnAsync());
        Assert.EndsWith(".json", file.SuggestedFilename);
        await page.GetByRole(AriaRole.Link, new() { Name = "Versions" }).PressOnAsync();
        await Expect(page.GetByText($"Name: Ray Delgado → {name}")).ToBeVisibleAsync();
        await visitor.CheckAsync($"versions-{width}-{scheme}");
        await TryOutAsync(visitor, name);
        await ImportAsync(width, scheme, await file.PathAsync(), name);
    }

    [Fact]
    public async Task No_word_is_lost_between_two_tabs_or_by_leaving_too_early()
    {
        await using var first = await product.VisitAsync();
        await SignInAsync(first.Page, await product.NewTeacherAsync("Dr. Ben Okoye"));
        await first.Page.GotoAsync("/clients?shelf=built_in");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Make my own copy of Walter Ellison" }).ClickAsync();
        var setting = first.Page.GetByLabel("Setting", new() { Exact = true });
        var second = await first.OpenSecondTabAsync();

        await setting.FillAsync("From the first tab");
        await Expect(first.Page.Locator("[data-save-state]")).ToHaveTextAsync("Draft kept.");
        await second.Page.GetByLabel("Setting", new() { Exact = true }).FillAsync("From the second tab");
        var conflict = second.Page.Locator("[data-conflict]");
        await Expect(conflict).ToContainTextAsync("From the first tab");
        await Expect(conflict).ToContainTextAsync("From the second tab");
        await second.CheckAsync("editor-conflict-1280-Light");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Keep what is here" }).PressOnAsync();
        await Expect(second.Page.Locator("[data-save-state]")).ToHaveTextAsync("Draft kept.");
        await second.Page.CloseAsync();

        first.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await first.Page.ReloadAsync();
        await Expect(setting).ToHaveValueAsync("From the second tab");
        await setting.FillAsync("Typed and left at once");
        await first.Page.ReloadAsync();
        await Expect(setting).ToHaveValueAsync("Typed and left at once");
        await Expect(first.Page.Locator("[data-save-state]")).ToHaveTextAsync("Draft kept.");
    }

    /// <summary>Another name and six disclosures, the second one first; the page saves while it is typed.</summary>
    private static async Task ChangeAsync(Visitor visitor, string name)
    {
        var page = visitor.Page;
        await page.GetByLabel("Name", new() { Exact = true }).TypeOverAsync(name);
        await Expect(page.Locator("[data-save-state]")).ToHaveTextAsync("Draft kept.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove disclosure 7" }).PressOnAsync();
        await Expect(page.Locator("fieldset.disclosure")).ToHaveCountAsync(6);
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Move disclosure 2, What happened with unemployment benefits up" })
            .PressOnAsync();
        await Expect(page.Locator("#disclosure-1 h3")).ToHaveTextAsync("1. What happened with unemployment benefits");
        await page.Locator("#disclosure-1")
            .GetByLabel("Instead, while it is closed")
            .TypeOverAsync("He missed an online certification, that is all.");
        await Expect(page.Locator("[data-note='disclosures[0].deflection']")).ToContainTextAsync("is also in what this disclosure keeps");
        await page.Locator("#disclosure-1")
            .GetByLabel("Instead, while it is closed")
            .TypeOverAsync("I put in for it. It is with the state.");
        await Expect(page.Locator("[data-note='disclosures[0].deflection']")).ToBeHiddenAsync();
        // What it takes is said in a sentence that follows the fields.
        var gate = page.Locator("#disclosure-1 [data-gate]");
        await page.Locator("#disclosure-1").GetByLabel("Only to a direct question").PressOnAsync("Space");
        var asked = await page.Locator("#disclosure-1").GetByLabel("Only to a direct question").IsCheckedAsync();
        await Expect(gate).ToContainTextAsync(asked ? "only to a direct question" : "when the talk comes near it");
        await page.Locator("#disclosure-1").GetByLabel("Only to a direct question").PressOnAsync("Space");
        await Expect(gate).ToContainTextAsync(asked ? "when the talk comes near it" : "only to a direct question");
    }

    /// <summary>What is wrong comes back as it was typed, and is mended.</summary>
    private static async Task MendAsync(Visitor visitor, string picture)
    {
        var page = visitor.Page;
        await page.GetByLabel("Age", new() { Exact = true }).TypeOverAsync("fifty");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and publish" }).PressOnAsync();
        await Expect(page.GetByText("Write the age in years, as a number.").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Age", new() { Exact = true })).ToHaveValueAsync("fifty");
        await visitor.CheckAsync(picture);
        await page.GetByLabel("Age", new() { Exact = true }).TypeOverAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and publish" }).PressOnAsync();
    }

    /// <summary>Talks to the new client, says what is wrong with a reply, and meets the next one made by the principle.</summary>
    private static async Task TryOutAsync(Visitor visitor, string name)
    {
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Clients", Exact = true }).First.PressOnAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Edit {name}" }).PressOnAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Test the saved version" }).PressOnAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(1);
        await visitor.SayAsync("What brings you in today?");
        await TeacherTestTests.ProposeAsync(page);
        await Expect(page.GetByLabel("Principle", new() { Exact = true })).ToHaveValueAsync(TeacherTestTests.Rule);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this principle" }).PressOnAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(3);
        await Expect(page.Locator("#panel-settings .prompt")).ToContainTextAsync(TeacherTestTests.Rule);
        await visitor.SayAsync("Do you have any questions for me?");
        Assert.DoesNotContain("?", (await visitor.ShownAsync())[^1], StringComparison.Ordinal);
    }

    private async Task ImportAsync(int width, ColorScheme scheme, string file, string name)
    {
        await using var colleague = await product.VisitAsync(width, scheme);
        var page = colleague.Page;
        await SignInAsync(page, await product.NewTeacherAsync("Dr. Cleo Park"));
        await page.GotoAsync("/clients/import");
        await page.GetByLabel("File").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).PressOnAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{name}, 50" })).ToBeVisibleAsync();
        await colleague.CheckAsync($"import-{width}-{scheme}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to my clients" }).PressOnAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name })).ToBeVisibleAsync();
        await Expect(page.Locator("fieldset.disclosure")).ToHaveCountAsync(6);
    }

    private static async Task SignInAsync(IPage page, (string Email, string Password) person)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(person.Password);
        await page.GetByLabel("Password").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Clients", Exact = true })).ToBeVisibleAsync();
    }
}
