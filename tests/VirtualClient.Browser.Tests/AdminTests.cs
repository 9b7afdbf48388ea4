using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>A morning as an admin: what is going on, who that is, what may be spent, who comes in, and what everybody is told.</summary>
[Collection("product")]
public sealed class AdminTests(ProductFixture product)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light, "Kit Sorensen")]
    [InlineData(360, ColorScheme.Dark, "Sunita Gurung")]
    public async Task An_admin_looks_after_the_installation(int width, ColorScheme scheme, string client)
    {
        await using var admin = await product.VisitAsync(width, scheme);
        var page = admin.Page;
        await admin.SignInAsync("Owen Castell");
        await Expect(page.GetByText("Updated just now")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.same = true");
        var rows = page.Locator("#conversations tbody tr", new() { HasText = client });
        var before = await rows.CountAsync();
        await using (var student = await product.VisitAsync())
        {
            await student.SignInAsync("Jonas Weber");
            await student.MeetAsync(client);
        }

        // As after the network was away: it catches up at once, without loading the page again.
        await page.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await Expect(rows).ToHaveCountAsync(before + 1);
        Assert.True(await page.EvaluateAsync<bool>("window.same"));
        await Expect(page.GetByText("Jonas Weber")).ToHaveCountAsync(0);
        await rows.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(rows.First).ToContainTextAsync("Jonas Weber");
        await page.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await Expect(rows.First).ToContainTextAsync("Jonas Weber");
        await admin.CheckAsync($"admin-live-{width}-{scheme}");
        await page.GetByRole(AriaRole.Switch).UncheckAsync();
        await Expect(page.GetByText("Paused", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Health", Exact = true }).First.ClickAsync();
        await Expect(page.GetByText("Conversations work.")).ToBeVisibleAsync();
        await ChangeTheBudgetAsync(admin, $"admin-budgets-{width}-{scheme}");
        await InviteAsync(admin, $"lee{width}@school.example", $"admin-invited-{width}-{scheme}");
        await AnnounceAsync(admin, $"admin-banner-{width}-{scheme}");
    }

    private static async Task ChangeTheBudgetAsync(Visitor admin, string picture)
    {
        var page = admin.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Spending" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Budgets and limits" }).ClickAsync();
        await page.GetByLabel("A day, for everybody").FillAsync("a lot");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the budgets" }).ClickAsync();
        await Expect(page.GetByText("Enter amounts in dollars")).ToBeVisibleAsync();
        await admin.CheckAsync(picture);
        await page.GetByLabel("A day, for everybody").FillAsync("12.50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the budgets" }).ClickAsync();
        await Expect(page.GetByText("The budgets are saved.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("A day, for everybody")).ToHaveValueAsync("12.5");
    }

    private static async Task InviteAsync(Visitor admin, string email, string picture)
    {
        var page = admin.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Expect(page.GetByText("/invitation?token=")).ToBeVisibleAsync();
        await admin.CheckAsync(picture);
        await page.GetByRole(AriaRole.Link, new() { Name = $"Change {email.Split('@')[0]}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lock the account" }).ClickAsync();
        await Expect(page.GetByText("The account is locked.")).ToBeVisibleAsync();
        await admin.CheckAsync(picture.Replace("invited", "account", StringComparison.Ordinal));
    }

    private async Task AnnounceAsync(Visitor admin, string picture)
    {
        var page = admin.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByLabel("Banner").FillAsync("We are away from ten to eleven tonight.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Other servers follow")).ToBeVisibleAsync();
        await admin.CheckAsync(picture);
        await using (var nobody = await product.VisitAsync())
        {
            await nobody.Page.GotoAsync("/sign-in");
            await Expect(nobody.Page.GetByText("We are away from ten to eleven tonight.")).ToBeVisibleAsync();
        }

        await page.GetByLabel("Banner").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Note)).ToHaveCountAsync(0);
    }
}
