using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>Every page of ours, for everybody who may see it: no accessibility fault, no sideways scrolling, light and wide, dark and narrow.</summary>
[Collection("product")]
public sealed class EveryPageTests(ProductFixture product)
{
    public static TheoryData<int, ColorScheme> Looks => new() { { 1280, ColorScheme.Light }, { 360, ColorScheme.Dark } };

    private static readonly string[] MorePages =
    [
        "/admin/spending",
        "/admin/spending/budgets",
        "/admin/spending/prices",
        "/admin/spending/projection",
        "/admin/people",
        "/admin/people?search=zebra",
        "/admin/audit",
        "/admin/settings",
    ];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Nobody_signed_in(int width, ColorScheme scheme)
    {
        await using var visitor = await product.VisitAsync(width, scheme);
        foreach (var path in (string[])["/sign-in", "/help", "/privacy", "/accessibility", "/first-admin", "/no-such-page"])
        {
            await LookAsync(visitor, path, $"{path.Trim('/')}-{width}-{scheme}");
        }

        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.GetByLabel("Email").FillAsync("nobody@demo.test");
        await visitor.Page.GetByLabel("Password").FillAsync("not-the-password");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByText("That email and password do not match.")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByLabel("Email")).ToHaveValueAsync("nobody@demo.test");
        await visitor.CheckAsync($"sign-in-wrong-{width}-{scheme}");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_student(int width, ColorScheme scheme)
    {
        await using var visitor = await product.VisitAsync(width, scheme);
        var page = visitor.Page;
        await visitor.SignInAsync("Priya Nair");
        foreach (var path in (string[])["/", "/practice", "/practice?q=zebra", "/history", "/profile", "/no-such-page"])
        {
            var name = path.Length == 1 ? "student-home" : path.Trim('/').Replace("?q=", "-", StringComparison.Ordinal);
            await LookAsync(visitor, path, $"student-{name}-{width}-{scheme}");
        }

        await page.GotoAsync("/practice");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kit Sorensen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kit Sorensen" })).ToBeVisibleAsync();
        await visitor.CheckAsync($"prebrief-{width}-{scheme}");
        await page.GotoAsync("/history");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the conversation with Ray Delgado" }).Last.ClickAsync();
        await Expect(page.Locator("#transcript .transcript > li").First).ToBeVisibleAsync();
        await visitor.CheckAsync($"debrief-{width}-{scheme}");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "Jolene Tsosie")]
    [InlineData(360, ColorScheme.Dark, "Julian Marsh")]
    public async Task A_conversation_in_its_states(int width, ColorScheme scheme, string client)
    {
        await using var visitor = await product.VisitAsync(width, scheme);
        var page = visitor.Page;
        await visitor.SignInAsync("Jonas Weber");
        await visitor.MeetAsync(client);
        await visitor.CheckAsync($"interview-idle-{width}-{scheme}", whole: false);
        await visitor.SendAsync("Good morning. I'm Jonas, a student here. What would you like to talk about first?");
        await visitor.AnsweringAsync();
        await visitor.CheckAsync($"interview-streaming-{width}-{scheme}", whole: false);
        await visitor.WholeAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Step out" }).ClickAsync();
        await visitor.CheckAsync($"interview-stepout-{width}-{scheme}", whole: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Return to" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await visitor.CheckAsync($"interview-menu-{width}-{scheme}", whole: false);
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Notes and referral" }).First.ClickAsync();
            await visitor.CheckAsync($"interview-side-{width}-{scheme}", whole: false);
            await page.GetByRole(AriaRole.Button, new() { Name = "Close notes" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "End conversation" }).ClickAsync();
        }
        else
        {
            await page.Keyboard.PressAsync("Escape");
            await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        }

        await visitor.CheckAsync($"interview-end-{width}-{scheme}", whole: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep talking" }).ClickAsync();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_teacher_and_an_admin(int width, ColorScheme scheme)
    {
        await using (var teacher = await product.VisitAsync(width, scheme))
        {
            await teacher.SignInAsync("Dr. Helen Marsh");
            foreach (
                var path in (string[])
                    [
                        "/",
                        "/tests",
                        "/clients",
                        "/clients?shelf=built_in",
                        "/clients?q=zebra",
                        "/clients/new",
                        "/clients/import",
                        "/rubrics",
                        "/rubrics/new",
                        "/rubrics/import",
                    ]
            )
            {
                await LookAsync(
                    teacher,
                    path,
                    $"teacher-{(path.Length == 1 ? "home" : string.Join('-', path.Split(['/', '?', '='])))}-{width}-{scheme}"
                );
            }

            await LookAtReviewsAsync(teacher, $"{width}-{scheme}");
        }

        await using var admin = await product.VisitAsync(width, scheme);
        await admin.SignInAsync("Owen Castell");
        foreach (
            var path in (string[])
                ["/", "/admin", "/admin/health", "/admin/problems", "/admin/problems?search=zebra", .. MorePages, "/profile"]
        )
        {
            var name = path.Length == 1 ? "home" : string.Join('-', path.Trim('/').Split(['/', '?', '=']));
            await LookAsync(admin, path, $"admin-{name}-{width}-{scheme}");
        }
    }

    [Fact]
    public async Task An_installation_without_demo_asks_for_its_first_admin_and_begins_empty()
    {
        await using var host = LiveHost.Start(("Installation:Demo", "false"));
        await using var visitor = await Visitor.ComeAsync(product.Browser, host.Address, 360, ColorScheme.Dark);
        await LookAsync(visitor, "/first-admin", "first-admin-open-360-Dark");
        await LookAsync(visitor, "/sign-in", "sign-in-no-demo-360-Dark");
        await Expect(visitor.Page.GetByText("Priya Nair")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task No_page_scrolls_sideways_on_the_narrowest_screen()
    {
        await using var visitor = await product.VisitAsync(320);
        await visitor.SignInAsync("Priya Nair");
        foreach (var path in (string[])["/", "/practice", "/history", "/profile", "/help"])
        {
            await visitor.Page.GotoAsync(path);
            Assert.False(
                await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"),
                $"{path} scrolls sideways."
            );
        }
    }

    /// <summary>The demo class has an attempt to review and one whose feedback is released.</summary>
    private static async Task LookAtReviewsAsync(Visitor teacher, string look)
    {
        var page = teacher.Page;
        await page.GotoAsync("/sections");
        await page.GetByRole(AriaRole.Link, new() { Name = "Direct Practice, Section B" }).First.ClickAsync();
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var section = new Uri(page.Url).AbsolutePath;
        var review = (await page.Locator("a[href$='/review']").First.GetAttributeAsync("href"))!;
        var assignment = review[..review.LastIndexOf('/')];
        foreach (
            var (path, name) in new[]
            {
                (review, "review"),
                (review + "?show=released&names=hidden", "review-released"),
                (review + "?show=late", "review-empty"),
                (assignment + "/gradebook", "gradebook"),
                (assignment + "/drafts", "drafts"),
                (assignment + "/second", "second"),
                (section + "/levels", "levels"),
                ("/competencies", "competencies"),
            }
        )
        {
            await LookAsync(teacher, path, $"teacher-{name}-{look}");
        }
    }

    private static async Task LookAsync(Visitor visitor, string path, string name)
    {
        await visitor.Page.GotoAsync(path);
        await Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
        await visitor.CheckAsync(name);
    }
}
