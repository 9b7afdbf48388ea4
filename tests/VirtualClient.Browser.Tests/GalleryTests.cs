using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace VirtualClient.Browser.Tests;

/// <summary>Every component in every state, as the development gallery shows it, on a wide light screen and a narrow dark one.</summary>
[Collection("gallery")]
public sealed class GalleryTests(GalleryFixture gallery)
{
    private static readonly string[] Screens =
    [
        "",
        "/sign-in",
        "/library",
        "/prebrief",
        "/practice",
        "/waiting",
        "/streaming",
        "/complete",
        "/stopped",
        "/interrupted",
        "/failed",
        "/interview-hidden",
        "/interview-ended",
    ];

    public static TheoryData<string, int, ColorScheme> Looks()
    {
        var looks = new TheoryData<string, int, ColorScheme>();
        // Two opposite corners of the matrix find what a middle would: wide and light, narrowest and dark.
        foreach (var screen in Screens)
        {
            looks.Add(screen, 1280, ColorScheme.Light);
            looks.Add(screen, 320, ColorScheme.Dark);
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_screen_has_an_accessibility_fault_or_scrolls_sideways(string screen, int width, ColorScheme scheme)
    {
        await using var context = await gallery.Browser.NewContextAsync(
            new()
            {
                BaseURL = gallery.Address,
                ViewportSize = new() { Width = width, Height = width > 600 ? 900 : 780 },
                ColorScheme = scheme,
            }
        );
        var page = await context.NewPageAsync();
        List<string> faults = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        await page.GotoAsync("/ui-gallery" + screen);
        var name = screen.Length == 0 ? "pieces" : screen.Trim('/');
        await GalleryFixture.KeepPictureAsync(page, $"{name}-{width}-{scheme}", whole: true);

        var axe = await page.RunAxe();
        faults.AddRange(axe.Violations.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"));
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            faults.Add("The page scrolls sideways.");
        }

        Assert.Empty(faults);
    }
}
