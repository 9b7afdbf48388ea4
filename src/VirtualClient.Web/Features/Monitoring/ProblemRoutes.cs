using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>The list of problems and what can be done with one.</summary>
internal static class ProblemRoutes
{
    public static void AddProblemList(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ListProblems>();
        builder.Services.AddScoped<AcknowledgeProblem>();
        builder.Services.AddHostedService<ProblemAlerts>();
        builder.Services.AddHostedService<ForgetProblems>();
    }

    public static void MapProblemList(this IEndpointRouteBuilder app)
    {
        var problems = app.MapApi("/admin/problems", Policies.Admin).WithTags("admin");
        problems
            .MapGet(
                "",
                (
                    string? severity,
                    string? source,
                    string? code,
                    bool? acknowledged,
                    string? search,
                    int? limit,
                    string? after,
                    ListProblems list,
                    CancellationToken ct
                ) => list.HandleAsync(new ProblemFilter(severity, source, code, acknowledged, search), limit, after, ct)
            )
            .WithSummary("What went wrong, newest first, for admins");
        problems
            .MapPost(
                "/{id:guid}/acknowledge",
                (Guid id, AcknowledgeProblemInput? input, CurrentUser user, AcknowledgeProblem acknowledge, CancellationToken ct) =>
                    acknowledge.HandleAsync(user, id, input ?? new AcknowledgeProblemInput(), ct)
            )
            .WithSummary("Say that somebody has seen to a problem");
    }
}
