using VirtualClient.Simulation.Models;
using VirtualClient.Web.Components;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Monitoring.Costs;
using VirtualClient.Web.Features.Monitoring.Dashboard;
using VirtualClient.Web.Features.Monitoring.People;
using VirtualClient.Web.Features.Monitoring.Servers;
using VirtualClient.Web.Features.Monitoring.Settings;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>What a server says without looking further than itself.</summary>
public sealed record ServiceState(string Status);

/// <summary>What admins see of the weather: figures, routes and their circuits, servers, the database, the limits; and what the balancer asks.</summary>
internal static class MonitoringFeature
{
    public static void AddMonitoring(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddSettings<MonitoringOptions>(MonitoringOptions.Section);
        services.AddSingleton<ICircuitStore, CircuitStore>();
        services.AddSingleton<ShareAlert>();
        services.AddHostedService<RouteWatch>();
        services.AddSingleton<ReadRoutes>();
        services.AddSingleton<SwitchRoute>();
        services.AddSingleton<DatabaseProbe>();
        services.AddSingleton<ServiceMeter>();
        services.AddHostedService<InstallationMeter>();
        services.AddSingleton<AlertMessenger>();
        services.AddSingleton<OutageAlert>();
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        services.AddSingleton<ReadServers>();
        services.AddSingleton<ReadHealth>();
        services.AddScoped<ChangeLimits>();
        services.AddSingleton<ConversationCount>();
        services.AddScoped<ReadOverview>();
        services.AddScoped<ReadActiveConversations>();
        services.AddScoped<ShowStudent>();
        services.AddSingleton(new NavEntry(Roles.Admin, 10, "Problems", "/admin/problems", "flag"));
        services.AddSingleton(new NavEntry(Roles.Admin, 20, "Spending", "/admin/spending", "coins"));
        services.AddPeople();
        services.AddSettingsPage();
        builder.AddProblemList();
    }

    public static void MapMonitoring(this WebApplication app)
    {
        var admin = app.MapApi("/admin", Policies.Admin).WithTags("admin");
        admin
            .MapGet("/overview", (ReadOverview overview, CancellationToken ct) => overview.HandleAsync(ct))
            .WithSummary("What is going on today and in the last 24 hours, for admins");
        admin
            .MapGet(
                "/conversations",
                (int? limit, string? after, ReadActiveConversations read, CancellationToken ct) => read.HandleAsync(limit, after, ct)
            )
            .WithSummary("The conversations that are under way, without the names of students");
        admin
            .MapPost(
                "/conversations/{id:guid}/student",
                (Guid id, CurrentUser user, ShowStudent show, CancellationToken ct) => show.HandleAsync(user, id, ct)
            )
            .WithSummary("Show who holds a conversation; that is written to the audit log");
        admin
            .MapPost(
                "/students/{id:guid}/show",
                (Guid id, CurrentUser user, ShowStudent show, CancellationToken ct) => show.OfSpendingAsync(user, id, ct)
            )
            .WithSummary("Show who a student in the figures on spending is; that is written to the audit log");
        admin
            .MapGet("/health", (ReadHealth health, CancellationToken ct) => health.WholeAsync(ct))
            .WithSummary("How the database and the models are doing, for admins");
        admin
            .MapGet(
                "/routes",
                async (ReadRoutes routes, CancellationToken ct) => new KeysetPage<RouteReport>(await routes.AllAsync(ct), null)
            )
            .WithSummary("The ways to a model, and whether each can be used now");
        admin
            .MapPost(
                "/routes/{name}/isolate",
                (string name, SwitchRouteInput input, CurrentUser user, SwitchRoute route, CancellationToken ct) =>
                    route.IsolateAsync(user, name, input, ct)
            )
            .WithSummary("Take a way to a model out of use");
        admin
            .MapPost(
                "/routes/{name}/restore",
                (string name, SwitchRouteInput input, CurrentUser user, SwitchRoute route, CancellationToken ct) =>
                    route.RestoreAsync(user, name, input, ct)
            )
            .WithSummary("Put a way to a model back into use");
        admin
            .MapGet("/limits", (ChangeLimits limits, CancellationToken ct) => limits.ReadAsync(ct))
            .WithSummary("How much may be sent at a time, for admins");
        admin
            .MapPut(
                "/limits",
                (ChangeLimitsInput input, CurrentUser user, ChangeLimits limits, CancellationToken ct) =>
                    limits.HandleAsync(user, input, ct)
            )
            .WithSummary("Change how much may be sent at a time");
        app.MapProblemList();
        app.MapMonitoringForms();
        app.MapMoneyForms();
        app.MapPeople();
        app.MapSettings();
        app.MapGet("/health/live", () => new ServiceState("healthy")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Nobody is signed in here: names of routes and their state, no errors.</summary>
    private static async Task<IResult> ReadyAsync(ReadHealth health, CancellationToken cancellationToken)
    {
        var brief = await health.BriefAsync(cancellationToken);
        var answer = new
        {
            brief.Status,
            Database = new { brief.Database.Status },
            Routes = brief
                .Routes.Select(r => new
                {
                    r.Name,
                    r.Status,
                    r.Circuit,
                })
                .ToList(),
        };
        // Without a database nothing works; without a model people can still read, write notes and end.
        return TypedResults.Json(
            answer,
            statusCode: brief.Database.Status == "healthy" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
