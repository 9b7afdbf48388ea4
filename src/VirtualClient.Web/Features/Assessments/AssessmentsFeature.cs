using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>Scoring attempts: drafts with quotes, people who decide, what students see, and the gradebook.</summary>
internal static class AssessmentsFeature
{
    public static void AddAssessments(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DraftAssessment>();
        services.AddSingleton<DueReleases>();
        services.AddSingleton<AssessmentQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<AssessmentQueue>());
        services.AddScoped<AssessmentDoor>();
        services.AddScoped<AskForDraft>();
        services.AddScoped<DecideCriteria>();
        services.AddScoped<CommentOnLine>();
        services.AddScoped<ReleaseAssessment>();
        services.AddScoped<ReadAssessment>();
        services.AddScoped<IReleasedFeedback>(provider => provider.GetRequiredService<ReadAssessment>());
        services.AddScoped<IAttemptFeedback>(provider => provider.GetRequiredService<ReadAssessment>());
        services.AddScoped<ReviewList>();
        services.AddScoped<ReadReview>();
        services.AddScoped<ReadGradebook>();
        services.AddScoped<ReadAgreement>();
        services.AddScoped<RunDrafts>();
        services.AddScoped<IJobWork, RunDrafts>();
        services.AddScoped<ReadWaiting>();
        services.AddScoped<ScoreBlind>();
        services.AddScoped<ReadSecond>();
        services.AddScoped<ReadHeat>();
        services.AddScoped<ReadCompetencies>();
    }

    public static void MapAssessments(this IEndpointRouteBuilder app)
    {
        var conversations = app.MapApi("/conversations").WithTags("assessments");
        conversations.MapGet(
            "/{id:guid}/assessment",
            (Guid id, bool? draft, CurrentUser user, ReadAssessment read, CancellationToken ct) =>
                read.OfConversationAsync(user, id, draft ?? false, ct)
        );
        conversations.MapPost("/{id:guid}/assessment", AskAsync);

        MapOne(app.MapApi("/assessments").WithTags("assessments"));
        MapSecond(app.MapApi("/assessments").WithTags("assessments"));
        MapAssignment(app.MapApi("/assignments").WithTags("assessments"));
        MapSection(app.MapApi("/sections").WithTags("assessments"));

        MapCompetencies(app);
        var bank = app.MapApi("/comment-bank").WithTags("assessments");
        bank.MapGet(
            "",
            async (CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
                new KeysetPage<KeptComment>([.. (await comments.BankAsync(user, ct)).Select(KeptComment.Of)], null)
        );
        bank.MapPost(
            "",
            async (BankInput input, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
            {
                var kept = await comments.BankAsync(user, input, ct);
                return TypedResults.Created($"/api/v1/comment-bank/{kept.Id}", KeptComment.Of(kept));
            }
        );
        bank.MapDelete(
            "/{id:guid}",
            async (Guid id, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
            {
                await comments.ForgetAsync(user, id, ct);
                return TypedResults.NoContent();
            }
        );
        app.MapReviewForms();
    }

    private static void MapCompetencies(IEndpointRouteBuilder app)
    {
        app.MapApi("/competencies", Policies.Staff)
            .WithTags("assessments")
            .MapGet(
                "",
                (int? benchmark, string? term, CurrentUser user, ReadCompetencies read, CancellationToken ct) =>
                    read.HandleAsync(user, benchmark, term, ct)
            );
        app.MapApi("/competencies.csv", Policies.Staff)
            .WithTags("assessments")
            .MapGet(
                "",
                async (int? benchmark, string? term, CurrentUser user, ReadCompetencies read, CancellationToken ct) =>
                    TypedResults.File(
                        ReadCompetencies.File(await read.HandleAsync(user, benchmark, term, ct)),
                        CsvFile.ContentType,
                        "competencies.csv"
                    )
            );
    }

    private static void MapOne(RouteGroupBuilder group)
    {
        group.MapPut(
            "/{id:guid}/criteria/{key}",
            async (
                Guid id,
                string key,
                DecideInput input,
                CurrentUser user,
                DecideCriteria decide,
                ReadAssessment read,
                CancellationToken ct
            ) => await read.ViewAsync(await decide.OneAsync(user, id, key, input, ct), ct)
        );
        group.MapPatch(
            "/{id:guid}",
            async (Guid id, OverallInput input, CurrentUser user, DecideCriteria decide, ReadAssessment read, CancellationToken ct) =>
                await read.ViewAsync(await decide.SayAsync(user, id, input, ct), ct)
        );
        group.MapPost(
            "/{id:guid}/comments",
            async (Guid id, CommentInput input, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
            {
                var comment = await comments.AddAsync(user, id, input, ct);
                return TypedResults.Created($"/api/v1/assessments/{id}/comments/{comment.Id}", LineCommentView.Of(comment));
            }
        );
        group.MapDelete(
            "/{id:guid}/comments/{commentId:guid}",
            async (Guid id, Guid commentId, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
            {
                await comments.DeleteAsync(user, id, commentId, ct);
                return TypedResults.NoContent();
            }
        );
        group.MapPost(
            "/{id:guid}/release",
            async (Guid id, ReleaseInput? input, CurrentUser user, ReleaseAssessment release, CancellationToken ct) =>
                (await release.OneAsync(user, id, input?.Version, ct)).View
        );
        group.MapPost(
            "/{id:guid}/reopen",
            async (Guid id, ReopenInput input, CurrentUser user, ReleaseAssessment release, ReadAssessment read, CancellationToken ct) =>
                await read.ViewAsync(await release.ReopenAsync(user, id, input, ct), ct)
        );
        group.MapPost(
            "/{id:guid}/choose",
            async (Guid id, CurrentUser user, ReleaseAssessment release, ReadAssessment read, CancellationToken ct) =>
                await read.ViewAsync(await release.ChooseAsync(user, id, ct), ct)
        );
    }

    private static void MapSecond(RouteGroupBuilder group)
    {
        group.MapGet(
            "/{id:guid}/second",
            (Guid id, CurrentUser user, ReadSecond read, CancellationToken ct) => read.HandleAsync(user, id, ct)
        );
        group.MapPost(
            "/{id:guid}/second",
            async (Guid id, SecondInput input, CurrentUser user, ScoreBlind score, ReadSecond read, CancellationToken ct) =>
            {
                await score.HandleAsync(user, id, input, ct);
                return TypedResults.Created($"/api/v1/assessments/{id}/second", await read.HandleAsync(user, id, ct));
            }
        );
    }

    private static void MapSection(RouteGroupBuilder group)
    {
        group.MapGet(
            "/{id:guid}/levels",
            (Guid id, CurrentUser user, ReadHeat read, CancellationToken ct) => read.HandleAsync(user, id, ct)
        );
        group.MapGet(
            "/{id:guid}/drafts/forecast",
            (Guid id, CurrentUser user, RunDrafts run, CancellationToken ct) => run.ForecastSectionAsync(user, id, ct)
        );
        group.MapPost(
            "/{id:guid}/drafts",
            async (Guid id, DraftRunInput? input, CurrentUser user, RunDrafts run, CancellationToken ct) =>
            {
                var job = await run.QueueSectionAsync(user, id, input?.Scope ?? DraftScope.Missing, ct);
                return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobView.Of(job));
            }
        );
    }

    private static void MapAssignment(RouteGroupBuilder group)
    {
        group.MapPost(
            "/{id:guid}/release",
            (Guid id, CurrentUser user, ReleaseAssessment release, CancellationToken ct) => release.AllAsync(user, id, ct)
        );
        group.MapGet(
            "/{id:guid}/review",
            async (Guid id, string? show, CurrentUser user, ReviewList list, CancellationToken ct) =>
                await list.OfAssignmentAsync(user, id, ReviewFilters.Parse(show), ct)
        );
        group.MapGet(
            "/{id:guid}/drafts/forecast",
            (Guid id, CurrentUser user, RunDrafts run, CancellationToken ct) => run.ForecastAsync(user, id, ct)
        );
        group.MapPost(
            "/{id:guid}/drafts",
            async (Guid id, DraftRunInput? input, CurrentUser user, RunDrafts run, CancellationToken ct) =>
            {
                var job = await run.QueueAsync(user, id, input?.Scope ?? DraftScope.Missing, ct);
                return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobView.Of(job));
            }
        );
        group.MapGet(
            "/{id:guid}/gradebook",
            (Guid id, CurrentUser user, ReadGradebook read, CancellationToken ct) => read.HandleAsync(user, id, ct)
        );
        group.MapGet("/{id:guid}/gradebook.csv", GradebookFile.WriteAsync);
        group.MapGet(
            "/{id:guid}/agreement",
            (Guid id, CurrentUser user, ReadAgreement read, CancellationToken ct) => read.OfAssignmentAsync(user, id, ct)
        );
    }

    private static async Task<IResult> AskAsync(
        Guid id,
        CurrentUser user,
        AskForDraft ask,
        ReadAssessment read,
        CancellationToken cancellationToken
    )
    {
        var (assessment, isNew) = await ask.HandleAsync(user, id, cancellationToken);
        var view = await read.ViewAsync(assessment, cancellationToken);
        return isNew ? TypedResults.Created($"/api/v1/conversations/{id}/assessment", view) : TypedResults.Ok(view);
    }
}
