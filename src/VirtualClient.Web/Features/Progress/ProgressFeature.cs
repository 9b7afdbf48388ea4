using VirtualClient.Web.Components;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Progress;

/// <summary>A student's own progress over the conversations they have held.</summary>
internal static class ProgressFeature
{
    public static void AddProgress(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReleasedLevels>();
        builder.Services.AddScoped<ReadProgress>();
        builder.Services.AddSingleton(new NavEntry(Roles.Student, 20, "Progress", "/progress", "progress"));
    }

    public static void MapProgress(this IEndpointRouteBuilder app) =>
        app.MapApi("/student/progress", Policies.Student)
            .WithTags("student")
            .MapGet("", (CurrentUser user, ReadProgress read, CancellationToken ct) => read.HandleAsync(user, ct))
            .WithSummary("A student's own progress, and the client to meet next");
}
