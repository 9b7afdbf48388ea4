using Microsoft.Playwright;
using VirtualClient.Web.Data;

namespace VirtualClient.Browser.Tests;

[CollectionDefinition("product")]
public sealed class ProductCollection : ICollectionFixture<ProductFixture>;

[CollectionDefinition("swift")]
public sealed class SwiftCollection : ICollectionFixture<SwiftFixture>;

/// <summary>The product as a newcomer gets it: no key, no database server, the built-in voice at an even pace; and a browser.</summary>
public class ProductFixture : IAsyncLifetime
{
    private readonly LiveHost host;
    private IPlaywright? playwright;

    public ProductFixture()
        : this("00:00:03", "00:00:04") { }

    protected ProductFixture(string shortest, string longest) =>
        host = LiveHost.Start(
            ("BuiltInVoice:MinDuration", shortest),
            ("BuiltInVoice:MaxDuration", longest),
            // Several tests are the same student, faster than anybody types.
            ("Limits:MessagesPerMinute", "1000")
        );

    public IBrowser Browser { get; private set; } = null!;

    public string Address => host.Address;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
    }

    internal Task<Visitor> VisitAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true) =>
        Visitor.ComeAsync(Browser, Address, width, scheme, script);

    internal Task<(string Email, string Password)> NewTeacherAsync(string name) => host.NewPersonAsync(name, Roles.Teacher);

    internal Task<(string Email, string Password)> NewStudentAsync(string name) => host.NewPersonAsync(name, Roles.Student);

    internal Task PassConnectedTimeAsync(Guid conversationId, TimeSpan total) => host.PassConnectedTimeAsync(conversationId, total);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same with clients who answer at once: for journeys of many turns, in which how a reply arrives is not what is looked at.</summary>
public sealed class SwiftFixture : ProductFixture
{
    public SwiftFixture()
        : base("00:00:00.200", "00:00:00.400") { }
}
