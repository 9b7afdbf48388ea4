using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace VirtualClient.Browser.Tests;

/// <summary>Every component in every state, as the development gallery shows it, on a wide light screen and a narrow dark one.</summary>
public sealed class GalleryTests(GalleryFixture gallery) : IClassFixture<GalleryFixture>
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
        await GalleryFixture.KeepPictureAsync(page, screen, width, scheme);

        var axe = await page.RunAxe();
        faults.AddRange(axe.Violations.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"));
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            faults.Add("The page scrolls sideways.");
        }

        Assert.Empty(faults);
    }
}

/// <summary>The web application in Development on a real port, and a browser.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private readonly WebApplicationFactory<VirtualClient.Web.Components.App> factory = new DevelopmentHost();
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        factory.UseKestrel(0);
        factory.StartServer();
        Address = factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>Keeps a picture when VC_PICTURES names a folder.</summary>
    public static async Task KeepPictureAsync(IPage page, string screen, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("VC_PICTURES") is { Length: > 0 } folder)
        {
            var name = $"{(screen.Length == 0 ? "pieces" : screen.Trim('/'))}-{width}-{scheme.ToString().ToLowerInvariant()}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await factory.DisposeAsync();
    }

    private sealed class DevelopmentHost : WebApplicationFactory<VirtualClient.Web.Components.App>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseEnvironment("Development").ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
    }
}
