using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Demo;
using VirtualClient.Web.Features.Rubrics;

namespace VirtualClient.Web;

/// <summary>What happens before the first request: migrations, roles, built-in clients, demo data, and a word to the person who started it.</summary>
internal static class Prepare
{
    /// <summary>Brings the database up to date and no more.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        CheckSettings(app);
        await UpdateAsync(app);
        Console.WriteLine("The database is up to date.");
    }

    public static async Task PrepareAsync(this WebApplication app)
    {
        var services = app.Services;
        var stop = app.Lifetime.ApplicationStopping;
        CheckSettings(app);
        var (mark, demo) = (services.GetRequiredService<StartMark>(), services.GetRequiredService<DemoMode>().On);
        if (!await mark.IsSetAsync(demo, stop))
        {
            await UpdateAsync(app);
            if (demo)
            {
                await services.GetRequiredService<DemoSeed>().RunAsync(stop);
            }

            await mark.SetAsync(demo, stop);
        }

        Console.WriteLine(services.GetRequiredService<ModelCatalog>().Describe());
        var code = await FirstAdminAsync(services, stop);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, code));
    }

    /// <summary>Makes every route once, on another thread. The server makes them again, from code that is compiled by then.</summary>
    public static Task WarmRoutesAsync(this WebApplication app) =>
        Task.Run(() => ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count));

    /// <summary>Before anything is touched: wrong settings are one sentence, not a failed host.</summary>
    private static void CheckSettings(WebApplication app) => app.Services.GetService<IStartupValidator>()?.Validate();

    private static async Task UpdateAsync(WebApplication app)
    {
        var services = app.Services;
        var stop = app.Lifetime.ApplicationStopping;
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(stop);
        await AddRolesAsync(services, stop);
        await services.GetRequiredService<BuiltInSeed>().RunAsync(stop);
        await services.GetRequiredService<BuiltInRubricSeed>().RunAsync(stop);
    }

    private static async Task AddRolesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellationToken);
        var known = await db.Roles.Select(role => role.Name).ToListAsync(cancellationToken);
        foreach (var name in Roles.All.Except(known))
        {
            db.Roles.Add(
                new IdentityRole<Guid>(name!)
                {
                    Id = Guid.CreateVersion7(),
                    NormalizedName = name!.ToUpperInvariant(),
                    ConcurrencyStamp = "1",
                }
            );
        }

        try
        {
            await services.GetRequiredService<WriteGate>().SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another server started in the same moment and made them.
        }
    }

    private static async Task<string?> FirstAdminAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellationToken);
        return await CreateFirstAdmin.AnyAdminAsync(db, cancellationToken) ? null : services.GetRequiredService<FirstAdminCode>().Make();
    }

    private static void Announce(WebApplication app, string? code)
    {
        var address =
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? "http://localhost:5080";
        Console.WriteLine();
        Console.WriteLine($"Virtual Client is at {address.Replace("[::]", "localhost", StringComparison.Ordinal)}");
        if (app.Services.GetRequiredService<DemoMode>().On)
        {
            Console.WriteLine($"Demo accounts, password {DemoAccounts.Password}:");
            foreach (var account in DemoAccounts.All)
            {
                Console.WriteLine($"  {account.Email, -20} {account.Does}");
            }
        }

        if (code is not null)
        {
            Console.WriteLine($"First admin: open {address}/first-admin and enter the code {code}");
        }

        Console.WriteLine("Stop with Ctrl+C.");
        Console.WriteLine();
    }
}
