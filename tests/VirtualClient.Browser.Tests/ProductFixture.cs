using Microsoft.Playwright;

namespace VirtualClient.Browser.Tests;

[CollectionDefinition("product")]
public sealed class ProductCollection : ICollectionFixture<ProductFixture>;

/// <summary>The product as a newcomer gets it: no key, no database server, the built-in voice at an even pace; and a browser.</summary>
public sealed class ProductFixture : IAsyncLifetime
{
    private readonly LiveHost host = LiveHost.Start(
        ("BuiltInVoice:MinDuration", "00:00:03"),
        ("BuiltInVoice:MaxDuration", "00:00:04"),
        // Several tests are the same student, faster than anybody types.
        ("Limits:MessagesPerMinute", "1000")
    );

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public string Address => host.Address;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
    }

    internal Task<Visitor> VisitAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true) =>
        Visitor.ComeAsync(Browser, Address, width, scheme, script);

    internal Task<(string Email, string Password)> NewTeacherAsync(string name) => host.NewTeacherAsync(name);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await host.DisposeAsync();
    }
}
