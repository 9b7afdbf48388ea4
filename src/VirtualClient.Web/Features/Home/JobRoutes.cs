using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Home;

/// <summary>Long work, found again: own jobs, whatever feature does them.</summary>
internal static class JobRoutes
{
    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        var jobs = app.MapApi("/jobs").WithTags("jobs");
        jobs.MapGet("", ListAsync).WithSummary("One's own long tasks, newest first, without their results");
        jobs.MapGet(
                "/{id:guid}",
                async (Guid id, CurrentUser user, JobDesk desk, CancellationToken ct) => JobView.Of(await desk.FindAsync(user, id, ct))
            )
            .WithSummary("How far a long task is, and its result when it is done");
    }

    /// <summary>Without their results, which may be long.</summary>
    private static async Task<KeysetPage<JobView>> ListAsync(
        int? limit,
        string? after,
        CurrentUser user,
        JobDesk desk,
        CancellationToken cancellationToken
    )
    {
        var page = await desk.ListAsync(user, limit, after, cancellationToken);
        return new KeysetPage<JobView>([.. page.Items.Select(job => JobView.Of(job) with { Result = null })], page.Next);
    }
}
