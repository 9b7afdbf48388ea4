using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>The whole program on a real port, with a database of its own and a built-in voice that answers at once.</summary>
public sealed class WebHost : WebApplicationFactory<AppDbContext>
{
    private static readonly Lazy<Task<TestDatabase>> Prepared = new(PrepareAsync);
    private static int people;
    private readonly TestDatabase database;
    private readonly Dictionary<string, string> settings;
    private readonly Action<IServiceCollection>? services;
    private bool keepDatabase;

    private WebHost(TestDatabase database, Dictionary<string, string> settings, Action<IServiceCollection>? services)
    {
        this.database = database;
        this.settings = settings;
        this.services = services;
        UseKestrel(0);
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Commands to the database, by the path of the request they were sent for.</summary>
    internal RoundTrips RoundTrips { get; } = new();

    /// <param name="settings">Configuration as "Section:Key=value".</param>
    public static async Task<WebHost> StartAsync(params string[] settings) => Start(await (await Prepared.Value).CopyAsync(), settings);

    /// <param name="services">Replaces services of the program.</param>
    public static async Task<WebHost> StartAsync(Action<IServiceCollection> services, params string[] settings) =>
        Start(await (await Prepared.Value).CopyAsync(), settings, services);

    /// <summary>A database of its own, migrated and seeded.</summary>
    public static async Task<TestDatabase> NewDatabaseAsync() => await (await Prepared.Value).CopyAsync();

    /// <summary>On a database that the host owns from now on.</summary>
    public static WebHost Start(TestDatabase database, string[] settings, Action<IServiceCollection>? services = null)
    {
        var host = new WebHost(database, settings.Select(s => s.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]), services);
        host.StartServer();
        return host;
    }

    /// <summary>An account made for one test, signed in by token.</summary>
    internal async Task<ApiClient> NewPersonAsync(string role, string? name = null)
    {
        var (email, password) = await NewAccountAsync(role, name);
        return await SignInAsync(email, password);
    }

    internal Task<ApiClient> NewStudentAsync(string? name = null) => NewPersonAsync(Roles.Student, name);

    /// <summary>An account made for one test.</summary>
    internal async Task<(string Email, string Password)> NewAccountAsync(string role, string? name = null)
    {
        var number = Interlocked.Increment(ref people);
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = $"person{number}@example.test",
            Email = $"person{number}@example.test",
            DisplayName = name ?? $"Person {number}",
        };
        const string password = "a-password-for-tests";
        Assert.True((await users.CreateAsync(user, password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        return (user.Email, password);
    }

    internal async Task<ApiClient> SignInAsync(string email, string password)
    {
        var api = Anonymous();
        var tokens = (await api.PostAsync("/api/v1/accounts/tokens", new { email, password })).Is(200);
        api.Token = tokens.Text("accessToken");
        return api;
    }

    internal Task<ApiClient> DemoAsync(string email) => SignInAsync(email, DemoAccounts.Password);

    internal ApiClient Anonymous() => new(Address);

    /// <summary>A browser, nobody signed in yet.</summary>
    internal BrowserClient Browser() => new(Address);

    /// <summary>The database outlives this host, for another one to start on.</summary>
    internal void KeepDatabase() => keepDatabase = true;

    internal AppDbContext OpenDatabase() => Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:Default", database.Connection);
        builder.UseSetting("ANTHROPIC_API_KEY", "");
        builder.UseSetting("BuiltInVoice:MinDuration", "00:00:00");
        builder.UseSetting("BuiltInVoice:MaxDuration", "00:00:00");
        builder.UseSetting("SignIn:TriesPerMinute", "100000");
        // Tests talk faster than people; those of the limits set their own.
        builder.UseSetting("Limits:MessagesPerMinute", "1000000");
        builder.UseSetting("Limits:TestMessagesPerMinute", "1000000");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft", "Error");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(collection =>
        {
            // Hashing is slow on purpose; tests make many accounts.
            collection.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            collection.AddSingleton(RoundTrips);
            collection.AddSingleton<IStartupFilter>(RoundTrips);
            collection.ConfigureDbContext<SqliteAppDbContext>((p, options) => options.AddInterceptors(p.GetRequiredService<RoundTrips>()));
            collection.ConfigureDbContext<PostgresAppDbContext>(
                (p, options) => options.AddInterceptors(p.GetRequiredService<RoundTrips>())
            );
            services?.Invoke(collection);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!keepDatabase)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>Removes the database that hosts start from; after the last test.</summary>
    public static async Task ForgetPreparedAsync()
    {
        if (Prepared.IsValueCreated)
        {
            await (await Prepared.Value).DisposeAsync();
        }
    }

    /// <summary>Migrated and seeded once; every host starts from a copy.</summary>
    private static async Task<TestDatabase> PrepareAsync()
    {
        var original = await TestDatabase.EmptyAsync();
        await using (var host = Start(original, []))
        {
            host.keepDatabase = true;
        }

        original.LetGo();
        return original;
    }
}
