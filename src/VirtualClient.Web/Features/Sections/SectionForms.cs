using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Sections;

/// <summary>The forms of a section's pages: post, redirect, get; what went wrong is said on the page that is come back to.</summary>
internal static class SectionForms
{
    public static void MapSectionForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/sections").RequireAuthorization(Policies.SignedIn).WithAntiforgeryForCookies().ExcludeFromDescription();
        forms.MapPost("/create", CreateAsync).RequireAuthorization(Policies.Teacher);
        forms.MapPost("/{id:guid}/change", ChangeAsync);
        forms.MapPost("/{id:guid}/archive", ArchiveAsync);
        forms.MapPost("/{id:guid}/delete", DeleteAsync);
        forms.MapPost("/{id:guid}/join-code", JoinCodeAsync);
        forms.MapPost("/{id:guid}/import/look", PrepareImportAsync).WithMetadata(new BodySize(RosterFile.MostBytes));
        forms.MapPost("/{id:guid}/import/{jobId:guid}/go", ImportAsync);
        forms.MapPeopleForms();
        app.MapGroup("/join")
            .RequireAuthorization(Policies.Student)
            .WithAntiforgeryForCookies()
            .ExcludeFromDescription()
            .MapPost("/go", JoinAsync);
    }

    /// <summary>Does it and goes on; a rule that says no becomes a sentence on the page <paramref name="back"/>.</summary>
    public static async Task<IResult> TryAsync(HttpContext context, string back, Func<Task<(string To, string? Said)>> work)
    {
        var messages = context.RequestServices.GetRequiredService<StatusMessages>();
        try
        {
            var (to, said) = await work();
            if (said is not null)
            {
                messages.Set(context, Tone.Good, said);
            }

            return TypedResults.LocalRedirect(to);
        }
        catch (DomainException e) when (e.Status is 409 or 413 or 422 or 429)
        {
            messages.Set(context, Tone.Bad, e.Message);
            return TypedResults.LocalRedirect(back);
        }
    }

    /// <summary>The input, or its first mistake as a rule that says no.</summary>
    public static T Checked<T>(T input)
        where T : class =>
        Validation.Check(input) is { Count: > 0 } errors ? throw new DomainException("invalid", errors.Values.First()[0], 422) : input;

    private static Task<IResult> CreateAsync(
        [FromForm] string? name,
        [FromForm] string? courseCode,
        [FromForm] string? term,
        CurrentUser user,
        CreateSection create,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            "/sections/new",
            async () =>
            {
                var input = Checked(
                    new CreateSectionInput
                    {
                        Name = name ?? "",
                        CourseCode = courseCode,
                        Term = term,
                    }
                );
                var section = await create.HandleAsync(user, input, cancellationToken);
                return ($"/sections/{section.Id}/roster", "The section is there. Add the people in it next.");
            }
        );

    private static Task<IResult> ChangeAsync(
        Guid id,
        [FromForm] int version,
        [FromForm] string? name,
        [FromForm] string? courseCode,
        [FromForm] string? term,
        CurrentUser user,
        ChangeSection change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            $"/sections/{id}/settings",
            async () =>
            {
                var input = Checked(
                    new ChangeSectionInput
                    {
                        Version = version,
                        Name = name ?? "",
                        CourseCode = courseCode ?? "",
                        Term = term ?? "",
                    }
                );
                await change.HandleAsync(user, id, input, cancellationToken);
                return ($"/sections/{id}/settings", "Saved.");
            }
        );

    private static Task<IResult> ArchiveAsync(
        Guid id,
        [FromForm] int version,
        [FromForm] bool archived,
        CurrentUser user,
        ChangeSection change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            $"/sections/{id}/settings",
            async () =>
            {
                await change.HandleAsync(user, id, new ChangeSectionInput { Version = version, Archived = archived }, cancellationToken);
                return ($"/sections/{id}/settings", archived ? "The section is archived." : "The section is back among your sections.");
            }
        );

    private static Task<IResult> DeleteAsync(
        Guid id,
        CurrentUser user,
        DeleteSection delete,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            $"/sections/{id}/settings",
            async () =>
            {
                await delete.HandleAsync(user, id, cancellationToken);
                return ("/sections", "The section is deleted.");
            }
        );

    private static Task<IResult> JoinCodeAsync(
        Guid id,
        [FromForm] int? days,
        [FromForm] bool? close,
        CurrentUser user,
        OpenJoining joining,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            $"/sections/{id}/roster",
            async () =>
            {
                if (close == true)
                {
                    await joining.CloseAsync(user, id, cancellationToken);
                    return ($"/sections/{id}/roster", "Joining by code is closed.");
                }

                await joining.HandleAsync(user, id, Checked(new OpenJoiningInput { Days = days ?? 14 }), cancellationToken);
                return ($"/sections/{id}/roster", "There is a new code. The one before no longer holds.");
            }
        );

    private static Task<IResult> PrepareImportAsync(
        Guid id,
        CurrentUser user,
        ImportRoster import,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            $"/sections/{id}/import",
            async () =>
            {
                var bytes = await BodySize.ReadAsync(context, RosterFile.MostBytes, cancellationToken);
                var job = await import.PrepareAsync(user, id, bytes, cancellationToken);
                return ($"/sections/{id}/import/{job.Id}", null);
            }
        );

    private static Task<IResult> ImportAsync(
        Guid id,
        Guid jobId,
        CurrentUser user,
        ImportRoster import,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            $"/sections/{id}/import/{jobId}",
            async () =>
            {
                await import.GoAsync(user, id, jobId, cancellationToken);
                return ($"/sections/{id}/import/{jobId}", null);
            }
        );

    private static Task<IResult> JoinAsync(
        [FromForm] string? code,
        CurrentUser user,
        JoinSection join,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            context,
            "/join",
            async () =>
            {
                var (section, isNew) = await join.HandleAsync(user, Checked(new JoinSectionInput { Code = code ?? "" }), cancellationToken);
                return ("/", isNew ? $"You are now in {section.Name}." : $"You were in {section.Name} already.");
            }
        );
}
