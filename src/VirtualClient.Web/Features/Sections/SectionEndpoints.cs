using System.Text.Json;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Sections;

/// <summary>Sections by REST. Who may do what inside one is decided at its door, because an assistant may have any account.</summary>
internal static class SectionEndpoints
{
    public static void MapSectionApi(this IEndpointRouteBuilder app)
    {
        var sections = app.MapApi("/sections").WithTags("sections");
        sections
            .MapGet(
                "",
                (bool? archived, int? limit, string? after, CurrentUser user, ReadSections read, CancellationToken ct) =>
                    read.ListAsync(user, archived, limit, after, ct)
            )
            .WithSummary("The sections that one teaches or assists in");
        sections
            .MapPost("", CreateAsync)
            .WithSummary("Make a section, as its first teacher")
            .Produces<SectionView>(StatusCodes.Status201Created)
            .RequireAuthorization(Policies.Teacher);
        sections.MapGet("/statistics", StatisticsAsync).WithSummary("How many students each of one's sections has");
        sections
            .MapGet("/{id:guid}", (Guid id, CurrentUser user, ReadSections read, CancellationToken ct) => read.OneAsync(user, id, ct))
            .WithSummary("A section, for its teachers and assistants");
        sections.MapPatch("/{id:guid}", ChangeAsync).WithSummary("Change what is named of a section, or archive it");
        sections
            .MapDelete(
                "/{id:guid}",
                async (Guid id, CurrentUser user, DeleteSection delete, CancellationToken ct) =>
                {
                    await delete.HandleAsync(user, id, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Delete a section that nobody has used");
        sections
            .MapGet(
                "/{id:guid}/statistics",
                (Guid id, CurrentUser user, ReadSections read, CancellationToken ct) => read.StatisticsAsync(user, id, ct)
            )
            .WithSummary("How many students a section has, and how many were removed");
        sections
            .MapPost("/{id:guid}/join-code", OpenAsync)
            .WithSummary("Make a code with which students join a section by themselves; the one before ends");
        sections
            .MapDelete(
                "/{id:guid}/join-code",
                async (Guid id, CurrentUser user, OpenJoining joining, CancellationToken ct) =>
                {
                    await joining.CloseAsync(user, id, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("End the code of a section, so that nobody joins with it any more");
        sections
            .MapPost("/join", JoinAsync)
            .WithSummary("Join a section, as a student, with the code from the teacher")
            .Produces<StudentSection>(StatusCodes.Status201Created)
            .Produces<StudentSection>()
            .RequireAuthorization(Policies.Student);
        sections
            .MapGet("/{id:guid}/enrollments.csv", RosterAsync)
            .WithSummary("The people of a section as a spreadsheet file")
            .Produces<string>(StatusCodes.Status200OK, CsvFile.ContentType);
        MapEnrollments(sections.MapGroup("/{id:guid}/enrollments"));

        var student = app.MapApi("/student/sections", Policies.Student).WithTags("student");
        student
            .MapGet(
                "",
                async (CurrentUser user, StudentSections list, CancellationToken ct) =>
                    new KeysetPage<StudentSection>(await list.ListAsync(user, null, ct), null)
            )
            .WithSummary("The sections that a student is in, with their teachers");
        student
            .MapGet("/{id:guid}", (Guid id, CurrentUser user, StudentSections list, CancellationToken ct) => list.OneAsync(user, id, ct))
            .WithSummary("One section, as its students see it");
    }

    private static void MapEnrollments(RouteGroupBuilder enrollments)
    {
        enrollments
            .MapGet(
                "",
                (Guid id, string? status, int? limit, string? after, CurrentUser user, ReadRoster read, CancellationToken ct) =>
                    read.ListAsync(user, id, status, limit, after, ct)
            )
            .WithSummary("The people of a section by name, for its teachers and assistants");
        enrollments
            .MapPost("", AddAsync)
            .WithSummary("Enroll people in a section by their email addresses")
            .WithDescription(
                "With one `email` the answer is the enrollment, 201 when it is new. With `emails` it is a list that says of each what became of it."
            )
            .Produces<EnrollmentView>(StatusCodes.Status201Created)
            .Produces<EnrollmentView>();
        enrollments
            .MapPost("/import", ImportAsync)
            .WithSummary("Enroll people in a section from a spreadsheet file")
            .WithDescription("The body is a CSV file of up to 2 MB with a column `email`. A large file becomes a task (202).")
            .Produces<ImportReport>()
            .Produces<JobView>(StatusCodes.Status202Accepted)
            .WithMetadata(new BodySize(RosterFile.MostBytes));
        enrollments
            .MapPatch(
                "/{userId:guid}",
                (Guid id, Guid userId, ChangeEnrollmentInput input, CurrentUser user, ChangeEnrollment change, CancellationToken ct) =>
                    change.HandleAsync(user, id, userId, input, ct)
            )
            .WithSummary("Change a person's role in a section, extra time or display of the clock");
        enrollments
            .MapDelete(
                "/{userId:guid}",
                async (Guid id, Guid userId, CurrentUser user, ChangeEnrollment change, CancellationToken ct) =>
                {
                    await change.RemoveAsync(user, id, userId, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Remove a person from a section; their work is kept");
        enrollments
            .MapPost(
                "/{userId:guid}/invitation",
                async (Guid id, Guid userId, CurrentUser user, ChangeEnrollment change, CancellationToken ct) =>
                    new InvitationLink(await change.InvitationAsync(user, id, userId, ct))
            )
            .WithSummary("Make a fresh link with which an invited person completes the account");
    }

    private static async Task<IResult> CreateAsync(
        CreateSectionInput input,
        CurrentUser user,
        CreateSection create,
        ReadSections read,
        CancellationToken cancellationToken
    )
    {
        var section = await create.HandleAsync(user, input, cancellationToken);
        return TypedResults.Created($"/api/v1/sections/{section.Id}", read.View(section, SectionRole.Teacher, SectionStatistics.None));
    }

    private static async Task<SectionView> ChangeAsync(
        Guid id,
        ChangeSectionInput input,
        CurrentUser user,
        ChangeSection change,
        ReadSections read,
        CancellationToken cancellationToken
    )
    {
        var section = await change.HandleAsync(user, id, input, cancellationToken);
        return read.View(section, SectionRole.Teacher, await read.OfAsync(id, cancellationToken));
    }

    private static async Task<KeysetPage<SectionStatisticsRow>> StatisticsAsync(
        CurrentUser user,
        ReadSections read,
        CancellationToken cancellationToken
    ) => new(await read.AllStatisticsAsync(user, cancellationToken), null);

    private static async Task<JoinCodeView> OpenAsync(
        Guid id,
        OpenJoiningInput? input,
        CurrentUser user,
        OpenJoining joining,
        ReadSections read,
        CancellationToken cancellationToken
    )
    {
        var section = await joining.HandleAsync(user, id, input ?? new OpenJoiningInput(), cancellationToken);
        return read.View(section, SectionRole.Teacher, SectionStatistics.None).JoinCode!;
    }

    private static async Task<IResult> JoinAsync(
        JoinSectionInput input,
        CurrentUser user,
        JoinSection join,
        StudentSections list,
        CancellationToken cancellationToken
    )
    {
        var (section, isNew) = await join.HandleAsync(user, input, cancellationToken);
        var view = await list.OneAsync(user, section.Id, cancellationToken);
        return isNew ? TypedResults.Created($"/api/v1/student/sections/{section.Id}", view) : TypedResults.Ok(view);
    }

    /// <summary>One email: the enrollment, 201 when it is new. Several: what became of each.</summary>
    private static async Task<IResult> AddAsync(
        Guid id,
        AddEnrollmentsInput input,
        CurrentUser user,
        AddEnrollments add,
        CancellationToken cancellationToken
    )
    {
        var items = await add.HandleAsync(user, id, input, cancellationToken);
        if (input.Emails is not null)
        {
            return TypedResults.Ok(new KeysetPage<EnrollItem>(items, null));
        }

        return items[0] switch
        {
            { Code: { } code, Detail: { } detail } => throw new DomainException(code, detail),
            { Result: "unchanged", Enrollment: { } same } => TypedResults.Ok(same),
            { Enrollment: { } enrollment } => TypedResults.Created($"/api/v1/sections/{id}/enrollments/{enrollment.UserId}", enrollment),
            _ => throw DomainException.NotFound(),
        };
    }

    private static async Task<IResult> ImportAsync(
        Guid id,
        bool? dryRun,
        HttpContext context,
        CurrentUser user,
        ImportRoster import,
        CancellationToken cancellationToken
    )
    {
        var bytes = await BodySize.ReadAsync(context, RosterFile.MostBytes, cancellationToken);
        if (dryRun == true)
        {
            return TypedResults.Ok(await import.TryAsync(user, id, bytes, cancellationToken));
        }

        var job = await import.HandleAsync(user, id, bytes, cancellationToken);
        return job switch
        {
            { State: JobState.Done } => TypedResults.Ok(JsonSerializer.Deserialize<ImportReport>(job.Result!, JsonSerializerOptions.Web)),
            { State: JobState.Failed } => throw new DomainException("job-failed", job.Error!),
            _ => TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobView.Of(job)),
        };
    }

    private static async Task<IResult> RosterAsync(Guid id, CurrentUser user, ReadRoster read, CancellationToken cancellationToken)
    {
        var (name, bytes) = await read.CsvAsync(user, id, cancellationToken);
        return TypedResults.File(bytes, CsvFile.ContentType, name);
    }
}
