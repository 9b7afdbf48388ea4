using Microsoft.AspNetCore.Mvc;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>What the assignment editor sends: everything it shows, dates in the teacher's zone.</summary>
internal sealed class AssignmentFields
{
    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? Kind { get; set; }

    public string? AvailableFrom { get; set; }

    public string? DueAt { get; set; }

    public int? MaxAttempts { get; set; }

    public int? TimeLimit { get; set; }

    public bool? NotesAllowed { get; set; }

    public bool? Rubric { get; set; }

    public string? Coach { get; set; }

    public string? Route { get; set; }

    public bool? BuiltIn { get; set; }

    public bool? SelfRating { get; set; }

    public string? Counting { get; set; }

    public string? Release { get; set; }

    public string? Reveals { get; set; }

    public string? Order { get; set; }

    public int Version { get; set; }

    public SettingsInput Settings() =>
        new()
        {
            TimeLimitMinutes = TimeLimit,
            NotesAllowed = NotesAllowed ?? false,
            RubricShown = Rubric ?? false,
            Coach = Word<CoachMode>(Coach),
            ModelRoute = Route,
            BuiltInVoiceWhenModelsFail = BuiltIn ?? false,
            SelfRating = SelfRating ?? false,
            CountingAttempt = Word<CountingAttempt>(Counting),
            FeedbackRelease = Word<FeedbackRelease>(Release),
            Reveals = Word<DebriefReveals>(Reveals),
            ClientOrder = Word<PairOrder>(Order),
        };

    public static T Word<T>(string? code)
        where T : struct, Enum => Codes.Find<T>(code ?? "") ?? default;
}

/// <summary>The forms of the assignment editor: post, redirect, get.</summary>
internal static class AssignmentForms
{
    public static void MapAssignmentForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/teaching").RequireAuthorization(Policies.SignedIn).WithAntiforgeryForCookies().ExcludeFromDescription();
        forms.MapPost("/sections/{id:guid}/create", CreateAsync);
        forms.MapPost("/sections/{id:guid}/copy/go", CopyAsync);
        forms.MapPost("/assignments/{id:guid}/save", SaveAsync);
        forms.MapPost("/assignments/{id:guid}/publish", PublishAsync);
        forms.MapPost("/assignments/{id:guid}/delete", DeleteAsync);
        forms.MapPost("/assignments/{id:guid}/clients", PairAsync);
        forms.MapPost("/assignments/{id:guid}/extend", ExtendAsync);
    }

    /// <summary>The zone that the page named beside the field.</summary>
    private static TimeZoneInfo ZoneOf(HttpContext context) =>
        Viewer.Of(context, context.RequestServices.GetRequiredService<TimeProvider>()).Zone;

    private static string Page(Guid id) => $"/teaching/assignments/{id}";

    private static Task<IResult> CreateAsync(
        Guid id,
        [FromForm] AssignmentFields form,
        CurrentUser user,
        ChangeAssignment change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/teaching/sections/{id}/new",
            async () =>
            {
                var zone = ZoneOf(context);
                var input = SectionForms.Checked(
                    new CreateAssignmentInput
                    {
                        Title = form.Title ?? "",
                        Description = form.Description,
                        Kind = AssignmentFields.Word<AssignmentKind>(form.Kind),
                        AvailableFrom = LocalTime.Parse(form.AvailableFrom, zone),
                        DueAt = LocalTime.Parse(form.DueAt, zone),
                        MaxAttempts = form.MaxAttempts,
                        Settings = form.Settings(),
                    }
                );
                var assignment = await change.CreateAsync(user, id, input, cancellationToken);
                return (Page(assignment.Id), "The draft is there. Choose the clients next.");
            }
        );

    private static Task<IResult> SaveAsync(
        Guid id,
        [FromForm] AssignmentFields form,
        CurrentUser user,
        AssignmentDoor door,
        ChangeAssignment change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page(id),
            async () =>
            {
                var zone = ZoneOf(context);
                var published = (await door.TeacherAsync(user, id, cancellationToken)).IsPublished;
                var input = new ChangeAssignmentInput
                {
                    Version = form.Version,
                    Description = form.Description ?? "",
                    DueAt = LocalTime.Parse(form.DueAt, zone),
                    MaxAttempts = form.MaxAttempts,
                };
                if (!published)
                {
                    input.Title = form.Title ?? "";
                    input.Kind = AssignmentFields.Word<AssignmentKind>(form.Kind);
                    input.AvailableFrom = LocalTime.Parse(form.AvailableFrom, zone);
                    input.Settings = form.Settings();
                }

                await change.HandleAsync(user, id, SectionForms.Checked(input), cancellationToken);
                return (Page(id), "Saved.");
            }
        );

    private static Task<IResult> PublishAsync(
        Guid id,
        [FromForm] bool publish,
        CurrentUser user,
        ChangeAssignment change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page(id),
            async () =>
            {
                await change.PublishAsync(user, id, publish, cancellationToken);
                return (Page(id), publish ? "Published. Students of the section have it now." : "Unpublished. Students no longer see it.");
            }
        );

    private static Task<IResult> DeleteAsync(
        Guid id,
        CurrentUser user,
        AssignmentDoor door,
        ChangeAssignment change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page(id),
            async () =>
            {
                var section = (await door.TeacherAsync(user, id, cancellationToken)).SectionId;
                await change.DeleteAsync(user, id, cancellationToken);
                return ($"/sections/{section}", "The draft is deleted.");
            }
        );

    private static Task<IResult> PairAsync(
        Guid id,
        [FromForm] string? act,
        [FromForm] Guid clientId,
        [FromForm] string? rubricId,
        [FromForm] int? position,
        [FromForm] int? version,
        CurrentUser user,
        ChangePairs pairs,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page(id),
            async () =>
            {
                // "None" is sent as an empty text.
                var rubric = Guid.TryParse(rubricId, out var chosen) ? chosen : (Guid?)null;
                switch (act)
                {
                    case "rubric":
                        var other = new ChangePairInput { Version = version, RubricId = rubric };
                        await pairs.ChangeAsync(user, id, clientId, other, cancellationToken);
                        return (Page(id) + "#clients", "The rubric is changed.");
                    case "remove":
                        await pairs.RemoveAsync(user, id, clientId, cancellationToken);
                        return (Page(id) + "#clients", "Removed from the assignment.");
                    case "move":
                        var move = new ChangePairInput { Version = version, Position = Math.Max(0, position ?? 0) };
                        await pairs.ChangeAsync(user, id, clientId, move, cancellationToken);
                        return (Page(id) + "#clients", null);
                    default:
                        await pairs.AddAsync(user, id, new PairInput { ClientId = clientId, RubricId = rubric }, cancellationToken);
                        return (Page(id) + "#clients", "Added.");
                }
            }
        );

    private static Task<IResult> ExtendAsync(
        Guid id,
        [FromForm] Guid studentId,
        [FromForm] string? dueAt,
        [FromForm] int? extraAttempts,
        [FromForm] string? ownDue,
        [FromForm] string? reason,
        CurrentUser user,
        GrantExtension extensions,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page(id),
            async () =>
            {
                // What is left empty stays as it was given before: one more attempt must not take back a later date.
                var before = await extensions.ReadAsync(user, id, studentId, cancellationToken);
                var input = SectionForms.Checked(
                    new ExtensionInput
                    {
                        Version = before.Version,
                        DueAt = ownDue is null ? LocalTime.Parse(dueAt, ZoneOf(context)) ?? before.DueAt : null,
                        ExtraAttempts = extraAttempts ?? before.ExtraAttempts,
                        Reason = reason ?? "",
                    }
                );
                await extensions.HandleAsync(user, id, studentId, input, cancellationToken);
                return (Page(id) + "#extensions", "Saved. It holds from now on.");
            }
        );

    private static Task<IResult> CopyAsync(
        Guid id,
        [FromForm] string? name,
        [FromForm] string? term,
        [FromForm] int? shiftDays,
        CurrentUser user,
        CopySection copy,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/teaching/sections/{id}/copy",
            async () =>
            {
                var input = SectionForms.Checked(
                    new CopySectionInput
                    {
                        Name = name ?? "",
                        Term = term,
                        ShiftDays = shiftDays ?? 0,
                    }
                );
                var job = await copy.HandleAsync(user, id, input, ZoneOf(context), cancellationToken);
                return job.State == Infrastructure.Jobs.JobState.Done
                    ? ($"/sections/{job.SubjectId}", "The copy is there. Its assignments are drafts: look at their dates, then publish.")
                    : ("/jobs", (string?)"The copy is being made.");
            }
        );
}
