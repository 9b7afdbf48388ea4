using System.Text.Json;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>What a section gets to do, with whom, when and how often.</summary>
internal static class AssignmentsFeature
{
    public static void AddAssignments(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<AssignmentDoor>();
        services.AddScoped<ReadAssignments>();
        services.AddScoped<ChangeAssignment>();
        services.AddScoped<ChangePairs>();
        services.AddScoped<GrantExtension>();
        services.AddScoped<CopySection>();
        services.AddScoped<IJobWork, CopySection>();
        services.AddScoped<AssignmentUses>();
        services.AddScoped<IClientUse>(provider => provider.GetRequiredService<AssignmentUses>());
        services.AddScoped<IRubricUse>(provider => provider.GetRequiredService<AssignmentUses>());
        services.AddScoped<ISectionUse>(provider => provider.GetRequiredService<AssignmentUses>());
    }

    public static void MapAssignments(this IEndpointRouteBuilder app)
    {
        var sections = app.MapApi("/sections").WithTags("assignments");
        sections
            .MapGet(
                "/{id:guid}/assignments",
                (Guid id, int? limit, string? after, CurrentUser user, ReadAssignments read, CancellationToken ct) =>
                    read.OfSectionAsync(user, id, limit, after, ct)
            )
            .WithSummary("The assignments of one section, for its teachers and assistants");
        sections
            .MapPost("/{id:guid}/assignments", CreateAsync)
            .WithSummary("Make an assignment in a section, as a draft that students do not see")
            .Produces<AssignmentView>(StatusCodes.Status201Created);
        sections
            .MapPost("/{id:guid}/copy", CopyAsync)
            .WithSummary("Make a new section with the same assignments, as drafts and without people")
            .Produces<SectionView>(StatusCodes.Status201Created)
            .Produces<JobView>(StatusCodes.Status202Accepted);

        var assignments = app.MapApi("/assignments").WithTags("assignments");
        assignments
            .MapGet(
                "",
                (int? limit, string? after, CurrentUser user, ReadAssignments read, CancellationToken ct) =>
                    read.AllAsync(user, limit, after, ct)
            )
            .WithSummary("The assignments of all current sections that one teaches or assists in");
        assignments
            .MapGet("/{id:guid}", (Guid id, CurrentUser user, ReadAssignments read, CancellationToken ct) => read.OneAsync(user, id, ct))
            .WithSummary("An assignment with its clients and settings, for teachers and assistants");
        assignments
            .MapPatch(
                "/{id:guid}",
                async (
                    Guid id,
                    ChangeAssignmentInput input,
                    CurrentUser user,
                    ChangeAssignment change,
                    ReadAssignments read,
                    CancellationToken ct
                ) => await read.ViewAsync(await change.HandleAsync(user, id, input, ct), ct)
            )
            .WithSummary("Change what is named of an assignment");
        assignments
            .MapDelete(
                "/{id:guid}",
                async (Guid id, CurrentUser user, ChangeAssignment change, CancellationToken ct) =>
                {
                    await change.DeleteAsync(user, id, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Delete an assignment that is a draft and without work");
        assignments
            .MapPost(
                "/{id:guid}/publish",
                async (Guid id, CurrentUser user, ChangeAssignment change, ReadAssignments read, CancellationToken ct) =>
                    await read.ViewAsync(await change.PublishAsync(user, id, publish: true, ct), ct)
            )
            .WithSummary("Show an assignment to the students of its section");
        assignments
            .MapPost(
                "/{id:guid}/unpublish",
                async (Guid id, CurrentUser user, ChangeAssignment change, ReadAssignments read, CancellationToken ct) =>
                    await read.ViewAsync(await change.PublishAsync(user, id, publish: false, ct), ct)
            )
            .WithSummary("Make an assignment a draft again, which students do not see");
        assignments
            .MapGet(
                "/{id:guid}/forecast",
                async (Guid id, CurrentUser user, AssignmentDoor door, ReadAssignments read, CancellationToken ct) =>
                    await read.ForecastAsync((await door.StaffWhoSeeCostAsync(user, id, ct)).Assignment, ct)
            )
            .WithSummary("What the conversations of an assignment are likely to cost");
        MapPairs(assignments);
        app.MapAssignmentForms();
    }

    private static void MapPairs(RouteGroupBuilder assignments)
    {
        assignments
            .MapGet(
                "/{id:guid}/clients",
                async (Guid id, CurrentUser user, ReadAssignments read, CancellationToken ct) =>
                    new KeysetPage<PairView>((await read.OneAsync(user, id, ct)).Clients, null)
            )
            .WithSummary("The clients of an assignment, each with its rubric");
        assignments
            .MapPost("/{id:guid}/clients", AddPairAsync)
            .WithSummary("Add a client to an assignment, with the rubric it is assessed by")
            .Produces<PairView>(StatusCodes.Status201Created)
            .Produces<PairView>();
        assignments
            .MapPost(
                "/{id:guid}/clients/bulk",
                async (Guid id, PairsInput input, CurrentUser user, ChangePairs pairs, CancellationToken ct) =>
                    new KeysetPage<PairItem>(await pairs.AddManyAsync(user, id, input, ct), null)
            )
            .WithSummary("Add many clients to an assignment; each gets its own answer");
        assignments
            .MapPut(
                "/{id:guid}/clients/{clientId:guid}",
                async (
                    Guid id,
                    Guid clientId,
                    ChangePairInput input,
                    CurrentUser user,
                    ChangePairs pairs,
                    ReadAssignments read,
                    CancellationToken ct
                ) => await read.ViewAsync(await pairs.ChangeAsync(user, id, clientId, input, ct), ct)
            )
            .WithSummary("Change the rubric of a client in an assignment, or its place in the order");
        assignments
            .MapDelete(
                "/{id:guid}/clients/{clientId:guid}",
                async (Guid id, Guid clientId, CurrentUser user, ChangePairs pairs, CancellationToken ct) =>
                {
                    await pairs.RemoveAsync(user, id, clientId, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Take a client out of an assignment");
        assignments
            .MapGet(
                "/{id:guid}/extensions/{studentId:guid}",
                (Guid id, Guid studentId, CurrentUser user, GrantExtension extensions, CancellationToken ct) =>
                    extensions.ReadAsync(user, id, studentId, ct)
            )
            .WithSummary("The extension that one student has for an assignment");
        assignments
            .MapPut(
                "/{id:guid}/extensions/{studentId:guid}",
                (Guid id, Guid studentId, ExtensionInput input, CurrentUser user, GrantExtension extensions, CancellationToken ct) =>
                    extensions.HandleAsync(user, id, studentId, input, ct)
            )
            .WithSummary("Give one student a later date or more attempts");
    }

    private static async Task<IResult> CreateAsync(
        Guid id,
        CreateAssignmentInput input,
        CurrentUser user,
        ChangeAssignment change,
        ReadAssignments read,
        CancellationToken cancellationToken
    )
    {
        var assignment = await change.CreateAsync(user, id, input, cancellationToken);
        return TypedResults.Created($"/api/v1/assignments/{assignment.Id}", await read.ViewAsync(assignment, cancellationToken));
    }

    private static async Task<IResult> AddPairAsync(
        Guid id,
        PairInput input,
        CurrentUser user,
        ChangePairs pairs,
        ReadAssignments read,
        CancellationToken cancellationToken
    )
    {
        var (assignment, isNew) = await pairs.AddAsync(user, id, input, cancellationToken);
        var view = (await read.ViewAsync(assignment, cancellationToken)).Clients.Single(p => p.ClientId == input.ClientId);
        return isNew ? TypedResults.Created($"/api/v1/assignments/{id}/clients/{input.ClientId}", view) : TypedResults.Ok(view);
    }

    private static async Task<IResult> CopyAsync(
        Guid id,
        CopySectionInput input,
        CurrentUser user,
        CopySection copy,
        ReadSections read,
        ViewerTime time,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var job = await copy.HandleAsync(user, id, input, time.ZoneOf(context), cancellationToken);
        return job switch
        {
            { State: JobState.Failed } => throw new DomainException("job-failed", job.Error!),
            { State: JobState.Done, Result: { } result } => TypedResults.Created(
                $"/api/v1/sections/{job.SubjectId}",
                await read.OneAsync(
                    user,
                    JsonSerializer.Deserialize<CopySection.Copied>(result, JsonSerializerOptions.Web)!.SectionId,
                    cancellationToken
                )
            ),
            _ => TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobView.Of(job)),
        };
    }
}
