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
        conversations
            .MapGet(
                "/{id:guid}/assessment",
                (Guid id, bool? draft, CurrentUser user, ReadAssessment read, CancellationToken ct) =>
                    read.OfConversationAsync(user, id, draft ?? false, ct)
            )
            .Produces<AssessmentView>()
            .WithSummary("The assessment of an attempt: all of it for staff, what was released for the student")
            .WithDescription("The student gets `status` (`not_released`, `released` or `reopened`) and the `feedback` that was released.");
        conversations
            .MapPost("/{id:guid}/assessment", AskAsync)
            .WithSummary("Ask for a draft of an attempt's assessment, or another one; decisions stay")
            .Produces<AssessmentView>(StatusCodes.Status201Created)
            .Produces<AssessmentView>();

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
            )
            .WithSummary("The comments that one keeps to use again");
        bank.MapPost(
                "",
                async (BankInput input, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
                {
                    var kept = await comments.BankAsync(user, input, ct);
                    return TypedResults.Created($"/api/v1/comment-bank/{kept.Id}", KeptComment.Of(kept));
                }
            )
            .WithSummary("Keep a comment to use again");
        bank.MapDelete(
                "/{id:guid}",
                async (Guid id, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
                {
                    await comments.ForgetAsync(user, id, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Forget a comment that one kept");
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
            )
            .WithSummary("The share of students who reach the benchmark, for each competency and section");
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
            )
            .WithSummary("The share of students who reach the benchmark, as a spreadsheet file")
            .Produces<string>(StatusCodes.Status200OK, CsvFile.ContentType);
    }

    private static void MapOne(RouteGroupBuilder group)
    {
        group
            .MapPut(
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
            )
            .WithSummary("Decide the level of one criterion, for teachers and assistants of the section");
        group
            .MapPatch(
                "/{id:guid}",
                async (Guid id, OverallInput input, CurrentUser user, DecideCriteria decide, ReadAssessment read, CancellationToken ct) =>
                    await read.ViewAsync(await decide.SayAsync(user, id, input, ct), ct)
            )
            .WithSummary("Write the comment on the whole attempt and what to try next");
        group
            .MapPost(
                "/{id:guid}/comments",
                async (Guid id, CommentInput input, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
                {
                    var comment = await comments.AddAsync(user, id, input, ct);
                    return TypedResults.Created($"/api/v1/assessments/{id}/comments/{comment.Id}", LineCommentView.Of(comment));
                }
            )
            .WithSummary("Write a comment on one line of an attempt");
        group
            .MapDelete(
                "/{id:guid}/comments/{commentId:guid}",
                async (Guid id, Guid commentId, CurrentUser user, CommentOnLine comments, CancellationToken ct) =>
                {
                    await comments.DeleteAsync(user, id, commentId, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Remove a comment from a line");
        group
            .MapPost(
                "/{id:guid}/release",
                async (Guid id, ReleaseInput? input, CurrentUser user, ReleaseAssessment release, CancellationToken ct) =>
                    (await release.OneAsync(user, id, input?.Version, ct)).View
            )
            .WithSummary("Show a student what people decided about one attempt");
        group
            .MapPost(
                "/{id:guid}/reopen",
                async (
                    Guid id,
                    ReopenInput input,
                    CurrentUser user,
                    ReleaseAssessment release,
                    ReadAssessment read,
                    CancellationToken ct
                ) => await read.ViewAsync(await release.ReopenAsync(user, id, input, ct), ct)
            )
            .WithSummary("Take back what was released, to change it");
        group
            .MapPost(
                "/{id:guid}/choose",
                async (Guid id, CurrentUser user, ReleaseAssessment release, ReadAssessment read, CancellationToken ct) =>
                    await read.ViewAsync(await release.ChooseAsync(user, id, ct), ct)
            )
            .WithSummary("Choose the attempt that counts, where the assignment asks for that");
    }

    private static void MapSecond(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/{id:guid}/second",
                (Guid id, CurrentUser user, ReadSecond read, CancellationToken ct) => read.HandleAsync(user, id, ct)
            )
            .WithSummary("What a second reviewer decided, and how it compares with the first");
        group
            .MapPost(
                "/{id:guid}/second",
                async (Guid id, SecondInput input, CurrentUser user, ScoreBlind score, ReadSecond read, CancellationToken ct) =>
                {
                    await score.HandleAsync(user, id, input, ct);
                    return TypedResults.Created($"/api/v1/assessments/{id}/second", await read.HandleAsync(user, id, ct));
                }
            )
            .WithSummary("Give a second opinion on every criterion without seeing the first");
    }

    private static void MapSection(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/levels", (Guid id, CurrentUser user, ReadHeat read, CancellationToken ct) => read.HandleAsync(user, id, ct))
            .WithSummary("Each student's newest level in every criterion, for teachers of the section");
        group
            .MapGet(
                "/{id:guid}/drafts/forecast",
                (Guid id, CurrentUser user, RunDrafts run, CancellationToken ct) => run.ForecastSectionAsync(user, id, ct)
            )
            .WithSummary("What drafts for all attempts of a section would cost");
        group
            .MapPost(
                "/{id:guid}/drafts",
                async (Guid id, DraftRunInput? input, CurrentUser user, RunDrafts run, CancellationToken ct) =>
                {
                    var job = await run.QueueSectionAsync(user, id, input?.Scope ?? DraftScope.Missing, ct);
                    return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobView.Of(job));
                }
            )
            .WithSummary("Draft the assessments of a section in the background");
    }

    private static void MapAssignment(RouteGroupBuilder group)
    {
        group
            .MapPost(
                "/{id:guid}/release",
                (Guid id, CurrentUser user, ReleaseAssessment release, CancellationToken ct) => release.AllAsync(user, id, ct)
            )
            .WithSummary("Show all students of an assignment what people decided");
        group
            .MapGet(
                "/{id:guid}/review",
                async (Guid id, string? show, CurrentUser user, ReviewList list, CancellationToken ct) =>
                    await list.OfAssignmentAsync(user, id, ReviewFilters.Parse(show), ct)
            )
            .WithSummary("The ended attempts of an assignment, and what is to be done with each");
        group
            .MapGet(
                "/{id:guid}/drafts/forecast",
                (Guid id, CurrentUser user, RunDrafts run, CancellationToken ct) => run.ForecastAsync(user, id, ct)
            )
            .WithSummary("What drafts for all attempts of an assignment would cost");
        group
            .MapPost(
                "/{id:guid}/drafts",
                async (Guid id, DraftRunInput? input, CurrentUser user, RunDrafts run, CancellationToken ct) =>
                {
                    var job = await run.QueueAsync(user, id, input?.Scope ?? DraftScope.Missing, ct);
                    return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobView.Of(job));
                }
            )
            .WithSummary("Draft the assessments of an assignment in the background");
        group
            .MapGet(
                "/{id:guid}/gradebook",
                (Guid id, CurrentUser user, ReadGradebook read, CancellationToken ct) => read.HandleAsync(user, id, ct)
            )
            .WithSummary("The scores of an assignment, one row for each student");
        group
            .MapGet("/{id:guid}/gradebook.csv", GradebookFile.WriteAsync)
            .WithSummary("The scores of an assignment as a spreadsheet file")
            .Produces<string>(StatusCodes.Status200OK, CsvFile.ContentType);
        group
            .MapGet(
                "/{id:guid}/agreement",
                (Guid id, CurrentUser user, ReadAgreement read, CancellationToken ct) => read.OfAssignmentAsync(user, id, ct)
            )
            .WithSummary("How often people decide as the drafts say, and as each other");
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
