using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>Few taps, no mouse, no script: the same conversation.</summary>
[Collection("product")]
public sealed class WaysInTests(ProductFixture product)
{
    [Fact]
    public async Task On_a_phone_a_new_student_is_three_taps_from_a_clients_first_line()
    {
        await using var visitor = await product.VisitAsync(360);
        var page = visitor.Page;
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Priya Nair" }).TapAsync();
        var started = DateTimeOffset.UtcNow;

        var taps = 0;
        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Practice", Exact = true }));
        await page.WaitForURLAsync("**/practice");
        await TapAsync(page.Locator(".client-card").First);
        await page.WaitForURLAsync("**/practice/*");
        await TapAsync(page.Locator("button:visible", new() { HasText = "Start with" }));
        await Expect(visitor.Turns).ToHaveCountAsync(1);
        Assert.NotEmpty((await visitor.ShownAsync())[0]);
        Assert.True(taps <= 3, $"It took {taps} taps.");
        Assert.True(DateTimeOffset.UtcNow - started < TimeSpan.FromSeconds(60));

        async Task TapAsync(ILocator target)
        {
            // A tap on what is in view: nobody had to scroll for it.
            await Expect(target).ToBeInViewportAsync();
            await target.TapAsync();
            taps++;
        }
    }

    [Fact]
    public async Task Everything_in_a_conversation_goes_by_keyboard()
    {
        await using var visitor = await product.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/sign-in");
        await TabToAsync(page, "Priya Nair");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Priya");
        await page.WaitForLoadStateAsync();
        await TabToAsync(page, "Practice");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/practice");
        await TabToAsync(page, "Walter Ellison");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/practice/*");
        await TabToAsync(page, "Start with Walter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Turns).ToHaveCountAsync(1);

        await visitor.Box.FocusAsync();
        await page.Keyboard.TypeAsync("Good afternoon.");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("I am glad you came.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Turns).ToHaveCountAsync(3);
        await Expect(visitor.Turns.Nth(1).Locator("p")).ToHaveTextAsync(["Good afternoon.", "I am glad you came."]);
        await visitor.AnsweringAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Turns.Last).ToHaveAttributeAsync("data-state", "stopped");
        await Expect(visitor.Box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Take your time.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Turns).ToHaveCountAsync(5);
        await visitor.WholeAsync();
        await visitor.SeesWhatIsStoredAsync();
    }

    [Fact]
    public async Task Without_script_a_conversation_works_as_plain_forms()
    {
        await using var visitor = await product.VisitAsync(script: false);
        var page = visitor.Page;
        await visitor.SignInAsync("Priya Nair");
        await visitor.MeetAsync("Lorraine Baptiste");
        await visitor.SendAsync("Hello Ms. Baptiste. How are you getting on with the new screen reader?");
        await Expect(visitor.Turns).ToHaveCountAsync(3);

        // Nothing refreshes by itself; the page says so and offers a link.
        for (var look = 0; look < 40 && await visitor.Turns.Last.GetAttributeAsync("data-state") != "complete"; look++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            await page.GotoAsync(page.Url);
        }

        await visitor.WholeAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(page.Locator("[data-notice]")).Not.ToBeEmptyAsync();
        await page.GetByLabel("Private notes").FillAsync("Ask what she reads.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save notes" }).ClickAsync();
        await Expect(page.GetByLabel("Private notes")).ToHaveValueAsync("Ask what she reads.");
        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End and" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip the questions" }).ClickAsync();
        await Expect(page.Locator("#transcript")).ToContainTextAsync("How are you getting on with the new screen reader?");
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var press = 0; press < 60; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            // While a page loads the focus is on the body, whose text holds every name.
            if (
                await page.EvaluateAsync<bool>(
                    "name => document.activeElement?.matches('a, button') && document.activeElement.textContent.includes(name)",
                    name
                )
            )
            {
                return;
            }
        }

        Assert.Fail($"\"{name}\" cannot be reached with Tab.");
    }
}
