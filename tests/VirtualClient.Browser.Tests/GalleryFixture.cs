using Microsoft.Playwright;

namespace VirtualClient.Browser.Tests;

[CollectionDefinition("gallery")]
public sealed class GalleryCollection : ICollectionFixture<GalleryFixture>;

/// <summary>The gallery of components, which exists in Development only, and a browser.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private readonly LiveHost host = LiveHost.Start();
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public string Address => host.Address;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>Keeps a picture when VC_PICTURES names a folder.</summary>
    public static async Task KeepPictureAsync(IPage page, string name, bool whole = false)
    {
        if (Environment.GetEnvironmentVariable("VC_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await host.DisposeAsync();
    }
}
