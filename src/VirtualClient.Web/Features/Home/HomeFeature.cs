using VirtualClient.Web.Components;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Home;

/// <summary>Where each role lands, and what the service itself answers.</summary>
internal static class HomeFeature
{
    public static void AddHome(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ExportMyData>();
        services.AddScoped<ErasePractice>();
        foreach (var role in Roles.All)
        {
            services.AddSingleton(new NavEntry(role, 0, "Home", "/", "home"));
        }
    }

    /// <summary>The page to try the API on; before sign-in is asked for, as the description of the API is nobody's secret.</summary>
    public static void UseApiPage(this WebApplication app) =>
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "api-docs";
            ui.SwaggerEndpoint("/openapi/v1.json", "Virtual Client v1");
            ui.DocumentTitle = "Virtual Client API";
        });

    public static void MapService(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapOwnData();
        app.MapJobs();
        app.MapSectionProgress();
    }
}
