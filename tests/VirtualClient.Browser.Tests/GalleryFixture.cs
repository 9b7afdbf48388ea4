using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace VirtualClient.Browser.Tests;

[CollectionDefinition("gallery")]
public sealed class GalleryCollection : ICollectionFixture<GalleryFixture>;

/// <summary>The web application in Development on a real port, and a browser.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vc-gallery-");
    private readonly DevelopmentHost factory;
    private IPlaywright? playwright;

    // The database is its own and goes with the test run.
    public GalleryFixture() => factory = new DevelopmentHost($"Data Source={Path.Combine(folder.FullName, "gallery.db")}");

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
        await factory.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private sealed class DevelopmentHost(string database) : WebApplicationFactory<VirtualClient.Web.Components.App>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder
                .UseEnvironment("Development")
                .UseSetting("ConnectionStrings:Default", database)
                .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
    }
}
