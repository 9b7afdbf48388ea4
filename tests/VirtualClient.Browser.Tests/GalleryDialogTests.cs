using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>What opens over a page: menus, sheets, dialogs; and what works without any script.</summary>
[Collection("gallery")]
public sealed class GalleryDialogTests(GalleryFixture gallery)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Stepping_out_puts_the_way_back_first_and_Escape_returns(int width)
    {
        var page = await OpenAsync("/complete", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Step out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Take the time you need" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Return to Marlene" })).ToBeFocusedAsync();
        await CheckAsync(page, $"stepout-{width}");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#step-out")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Ending_asks_once_and_the_safe_answer_has_the_focus()
    {
        var page = await OpenAsync("/complete", 1280);
        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep talking" })).ToBeFocusedAsync();
        await CheckAsync(page, "end-1280");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep talking" }).ClickAsync();
        await Expect(page.Locator("#end")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_phone_notes_and_referral_open_as_a_sheet_from_the_menu()
    {
        var page = await OpenAsync("/complete", 320);
        await Expect(page.GetByLabel("Private notes")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await CheckAsync(page, "room-menu-320");
        await page.GetByRole(AriaRole.Button, new() { Name = "Notes and referral" }).First.ClickAsync();
        await Expect(page.GetByLabel("Private notes").Last).ToBeVisibleAsync();
        await CheckAsync(page, "side-320");
    }

    [Fact]
    public async Task The_account_menu_changes_the_theme_at_once_and_for_good()
    {
        var page = await OpenAsync("", 1280);
        await page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await CheckAsync(page, "me-1280");
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync(), "**/theme");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GotoAsync("/not-found");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task Without_script_the_theme_the_dialogs_and_the_interview_still_work()
    {
        var page = await OpenAsync("", 1280, script: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.EndsWith("/ui-gallery", page.Url);

        await page.GotoAsync("/ui-gallery/complete");
        await Expect(page.Locator(".turn").Last).ToBeInViewportAsync();
        await Expect(page.GetByText("Saved as you go.")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Step out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Return to Marlene" }).ClickAsync();
        await Expect(page.Locator("#step-out")).ToBeHiddenAsync();
    }

    private async Task<IPage> OpenAsync(string screen, int width, bool script = true)
    {
        var context = await gallery.Browser.NewContextAsync(
            new()
            {
                BaseURL = gallery.Address,
                ViewportSize = new() { Width = width, Height = 780 },
                JavaScriptEnabled = script,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync("/ui-gallery" + screen);
        return page;
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await GalleryFixture.KeepPictureAsync(page, name);
        var axe = await page.RunAxe();
        Assert.Empty(axe.Violations.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }
}
