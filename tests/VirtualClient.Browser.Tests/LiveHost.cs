using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Browser.Tests;

/// <summary>
/// The web application in Development on a free port of this machine, with a database of its own that goes with it.
/// Its clients always draw the same seed: the same words get the same answers.
/// </summary>
internal sealed class LiveHost : IAsyncDisposable
{
    /// <summary>With it the clients that the tests talk to answer in several clauses where a test looks at a reply on its way.</summary>
    private const ulong Seed = 1;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vc-browser-");
    private readonly Factory factory;

    private LiveHost(IReadOnlyDictionary<string, string> settings) =>
        factory = new Factory(
            new Dictionary<string, string>(settings)
            {
                ["ConnectionStrings:Default"] = $"Data Source={Path.Combine(folder.FullName, "app.db")}",
            }
        );

    public string Address { get; private set; } = "";

    /// <summary>To put something into its database that would take long by hand.</summary>
    public IServiceProvider Services => factory.Services;

    public static LiveHost Start(params IEnumerable<(string Key, string Value)> settings)
    {
        var host = new LiveHost(settings.ToDictionary(pair => pair.Key, pair => pair.Value));
        host.factory.UseKestrel(0);
        host.factory.StartServer();
        host.Address = host.factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        return host;
    }

    /// <summary>An account made for one test.</summary>
    public async Task<(string Email, string Password)> NewPersonAsync(string name, string role)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var email = $"{Guid.CreateVersion7():N}@example.test";
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            DisplayName = name,
        };
        const string password = "a-password-for-tests";
        Assert.True((await users.CreateAsync(user, password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        return (email, password);
    }

    /// <summary>As if its page had been open for so long.</summary>
    public async Task PassConnectedTimeAsync(Guid conversationId, TimeSpan total)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var changed = await db.Set<Conversation>()
            .Where(c => c.Id == conversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ConnectedMs, (long)total.TotalMilliseconds));
        Assert.Equal(1, changed);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private sealed class Factory(Dictionary<string, string> settings) : WebApplicationFactory<VirtualClient.Web.Components.App>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder
                .UseEnvironment("Development")
                .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
                .ConfigureTestServices(services => services.AddSingleton<NewSeed>(() => Seed));
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        }
    }
}
