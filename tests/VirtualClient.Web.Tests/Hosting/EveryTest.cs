using VirtualClient.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(EveryTest))]

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>The host that tests share which change nothing for each other: each makes its own people.</summary>
public sealed class EveryTest : IAsyncLifetime
{
    public WebHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await WebHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await WebHost.ForgetPreparedAsync();
    }
}
