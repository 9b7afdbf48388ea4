using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>Somebody at a browser window of one size and theme, and what they can do with the product.</summary>
internal sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
    /// <summary>The rules every page of ours keeps.</summary>
    private static readonly List<string> Rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

    public IPage Page => page;

    public ILocator Turns => page.Locator("[data-turns] > .turn");

    public ILocator Box => page.GetByLabel("Your message to");

    public static async Task<Visitor> ComeAsync(IBrowser browser, string address, int width, ColorScheme scheme, bool script = true)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                ViewportSize = new() { Width = width, Height = width > 600 ? 900 : 780 },
                ColorScheme = scheme,
                JavaScriptEnabled = script,
                HasTouch = width < 600,
                IsMobile = width < 600,
                TimezoneId = "America/Chicago",
            }
        );
        context.SetDefaultTimeout(20_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async Task<Visitor> OpenSecondTabAsync()
    {
        var second = await context.NewPageAsync();
        await second.GotoAsync(page.Url);
        return new Visitor(context, second);
    }

    /// <summary>One click on a demo account.</summary>
    public async Task SignInAsync(string name)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).PressOnAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync(name.Replace("Dr. ", "", StringComparison.Ordinal).Split(' ')[0]);
    }

    /// <summary>With the account of one test, by keyboard.</summary>
    public async Task SignInAsync((string Email, string Password) person)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(person.Password);
        await page.GetByLabel("Password").PressAsync("Enter");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    /// <summary>Ends the conversation that is open; a phone has the button in the menu.</summary>
    public async Task EndAsync()
    {
        if (page.ViewportSize!.Width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "End conversation" }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "End and" }).ClickAsync();
    }

    /// <summary>From the library to the client's first line.</summary>
    public async Task MeetAsync(string client)
    {
        await page.GotoAsync("/practice");
        await page.GetByRole(AriaRole.Link, new() { Name = client, Exact = true }).ClickAsync();
        await StartAsync();
    }

    /// <summary>From the page about a client to its first line. A phone has the button at the foot, a wide page beside the text.</summary>
    public async Task StartAsync()
    {
        // Which of the two is visible is known when the styles are there, that is after load.
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        await page.Locator("button:visible", new() { HasText = "Start with" }).ClickAsync();
        await Expect(Turns).ToHaveCountAsync(1);
    }

    /// <summary>Sends, sees at once that the client is taking a moment, and waits for the whole answer.</summary>
    public async Task SayAsync(string text)
    {
        var before = await Turns.CountAsync();
        await SendAsync(text);
        await Expect(Turns).ToHaveCountAsync(before + 2);
        await WholeAsync();
    }

    public async Task SendAsync(string text)
    {
        await Box.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).PressOnAsync();
    }

    /// <summary>The server has the message, and the answer is on its way; a short one is silent until it is there.</summary>
    public async Task AnsweringAsync()
    {
        await Expect(Turns.Last).ToHaveAttributeAsync("data-turn", new Regex("."));
        await Expect(Turns.Last).ToHaveAttributeAsync("data-state", new Regex("waiting|streaming"));
    }

    public Task WholeAsync() => Expect(Turns.Last).ToHaveAttributeAsync("data-state", "complete");

    /// <summary>The words on the page, turn by turn, without typography.</summary>
    public async Task<string[]> ShownAsync() =>
        await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("[data-turns] > .turn")].map(li => {
              if (li.querySelector(".silence")) return "(waits)";
              if (li.dataset.state === "failed") return "";
              return [...li.querySelectorAll("[data-said] > *")].map(p => {
                const copy = p.cloneNode(true);
                copy.querySelectorAll(".sr").forEach(s => s.remove());
                return copy.textContent;
              }).join(" ").replace(/\s+/g, " ").trim();
            })
            """
        );

    /// <summary>The words as the API has stored them, in the same form.</summary>
    public async Task<string[]> StoredAsync()
    {
        var id = new Uri(page.Url).Segments[2].Trim('/');
        var answer = await page.APIRequest.GetAsync($"/api/v1/conversations/{id}/messages?limit=100");
        Assert.Equal(200, answer.Status);
        var items = JsonNode.Parse(await answer.TextAsync())!["items"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, items.Count), items.Select(m => (int)m!["sequence"]!));
        return
        [
            .. items.Select(m =>
                string.Join(
                    ' ',
                    ((string)m!["text"]!)
                        .Replace("*", " ", StringComparison.Ordinal)
                        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                )
            ),
        ];
    }

    public async Task SeesWhatIsStoredAsync() => Assert.Equal(await StoredAsync(), await ShownAsync());

    /// <summary>Everything that is wrong with the page as it is: accessibility and, when asked, sideways scrolling.</summary>
    public async Task CheckAsync(string name, bool whole = true)
    {
        // A page that came with a fragment scrolls to it when it is loaded, and would do so after the next line.
        await page.WaitForLoadStateAsync();
        // From its top, so that the bar that stays lies on no link; half-way through a scroll it might.
        if (whole)
        {
            await page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        }

        // Half-way through a fade every text is faint; what counts is what stays. The pointer lies on nothing.
        await page.Mouse.MoveAsync(0, 0);
        await page.EvaluateAsync(
            "Promise.allSettled(document.getAnimations().filter(a => a.effect.getComputedTiming().endTime < Infinity).map(a => a.finished))"
        );
        await GalleryFixture.KeepPictureAsync(page, name, whole);
        var options = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = Rules },
        };
        var axe = await page.RunAxe(options);
        List<string> faults = [.. axe.Violations.Select(v => $"{name}: {v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}")];
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            faults.Add($"{name}: the page scrolls sideways.");
        }

        Assert.Empty(faults);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
