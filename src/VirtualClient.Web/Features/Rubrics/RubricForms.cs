using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>The forms of the rubric pages. The builder's every button sends all of it, and what cannot be stored comes back as it was typed.</summary>
internal static class RubricForms
{
    /// <summary>A form takes more room than the same rubric as JSON.</summary>
    private const int MaxBytes = 1024 * 1024;

    public static void MapRubricForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/rubrics").RequireAuthorization(Policies.Teacher).WithAntiforgeryForCookies().ExcludeFromDescription();
        forms.MapPost("/new/edit", MakeAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        forms.MapPost("/{id:guid}/edit", ChangeAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        forms.MapPost("/{id:guid}/duplicate", DuplicateAsync);
        forms.MapPost("/{id:guid}/archive", ArchiveAsync);
        forms.MapPost("/{id:guid}/restore", RestoreAsync);
        forms.MapPost("/{id:guid}/delete", DeleteAsync);
        forms.MapPost("/import/look", LookAsync).WithMetadata(new RequestSizeLimitAttribute(2 * RubricFile.MaxBytes));
        forms.MapPost("/import/take", TakeAsync).WithMetadata(new RequestSizeLimitAttribute(2 * RubricFile.MaxBytes));
    }

    private static async Task<IResult> MakeAsync(
        [FromForm] IFormCollection form,
        CurrentUser user,
        CreateRubric create,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var draft = RubricDraftReader.Read(form);
        if (form["do"] != "save")
        {
            return Edited(new RubricBuilderView(null, 0, draft), form["do"].ToString());
        }

        if (RubricBuilderView.Check(draft) is { Count: > 0 } errors)
        {
            return Page(new RubricBuilderView(null, 0, draft, true, "", errors), StatusCodes.Status422UnprocessableEntity);
        }

        var made = await create.HandleAsync(user, draft.ToInput(), cancellationToken);
        messages.Set(context, Tone.Good, $"\"{made.Name}\" is saved.");
        return TypedResults.LocalRedirect($"/rubrics/{made.Id}");
    }

    private static async Task<IResult> ChangeAsync(
        Guid id,
        [FromForm] IFormCollection form,
        CurrentUser user,
        UpdateRubric update,
        ListRubrics list,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var draft = RubricDraftReader.Read(form);
        var version = int.TryParse(form["version"], out var number) ? number : 0;
        if (form["do"] != "save")
        {
            _ = await list.RowAsync(user, id, cancellationToken);
            return Edited(new RubricBuilderView(id, version, draft), form["do"].ToString());
        }

        if (RubricBuilderView.Check(draft) is { Count: > 0 } errors)
        {
            return Page(new RubricBuilderView(id, version, draft, true, "", errors), StatusCodes.Status422UnprocessableEntity);
        }

        var (name, description, criteria) = draft.ToInput();
        var input = new UpdateRubricInput
        {
            Name = name,
            Description = description,
            Criteria = criteria,
            Version = version,
        };
        try
        {
            await update.HandleAsync(user, id, input, cancellationToken);
            messages.Set(context, Tone.Good, "Saved. What uses this rubric already keeps the copy it was made with.");
            return TypedResults.LocalRedirect($"/rubrics/{id}");
        }
        catch (DomainException e) when (e.Code == "stale")
        {
            var stored = await list.RowAsync(user, id, cancellationToken);
            var view = new RubricBuilderView(id, stored.Version, draft, true)
            {
                Differences = RubricBuilderView.Compare(draft, RubricDraft.Of(stored.Definition)),
            };
            return Page(view, StatusCodes.Status409Conflict);
        }
        catch (DomainException e) when (e.Code == "rubric-archived")
        {
            messages.Set(context, Tone.Bad, e.Message);
            return TypedResults.LocalRedirect($"/rubrics/{id}");
        }
    }

    private static RazorComponentResult<RubricBuilderDocument> Edited(RubricBuilderView view, string asked)
    {
        var (draft, focus) = RubricDraftEdits.Apply(view.Draft, asked);
        return Page(view with { Draft = draft, Focus = focus, Changed = true }, StatusCodes.Status200OK);
    }

    private static RazorComponentResult<RubricBuilderDocument> Page(RubricBuilderView view, int status) =>
        new(new { View = view }) { StatusCode = status };

    private static Task<IResult> DuplicateAsync(
        Guid id,
        CurrentUser user,
        DuplicateRubric duplicate,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            "/rubrics",
            async () => ($"/rubrics/{(await duplicate.HandleAsync(user, id, cancellationToken)).Id}", "This copy is yours to change.")
        );

    private static Task<IResult> ArchiveAsync(
        Guid id,
        CurrentUser user,
        ArchiveRubric archive,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            "/rubrics",
            async () =>
                (
                    "/rubrics",
                    $"\"{(await archive.ArchiveAsync(user, id, cancellationToken)).Name}\" is archived. What uses it stays as it is."
                )
        );

    private static Task<IResult> RestoreAsync(
        Guid id,
        CurrentUser user,
        ArchiveRubric archive,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            "/rubrics?archived=true",
            async () => ($"/rubrics/{id}", $"\"{(await archive.RestoreAsync(user, id, cancellationToken)).Name}\" is back.")
        );

    private static Task<IResult> DeleteAsync(
        Guid id,
        CurrentUser user,
        DeleteRubric delete,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/rubrics/{id}",
            async () =>
            {
                await delete.HandleAsync(user, id, cancellationToken);
                return ("/rubrics", "The rubric is deleted.");
            }
        );

    /// <summary>Shows what a file would become, or what is wrong with it; nothing is stored.</summary>
    private static async Task<IResult> LookAsync([FromForm] IFormCollection form, CancellationToken cancellationToken)
    {
        var text = "";
        if (form.Files["file"] is { Length: > 0 and <= RubricFile.MaxBytes } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            text = await reader.ReadToEndAsync(cancellationToken);
        }

        return Looked(text);
    }

    private static async Task<IResult> TakeAsync(
        [FromForm] string? text,
        CurrentUser user,
        CreateRubric create,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (!RubricImportView.TryRead(text ?? "", out var input))
        {
            return Looked(text ?? "");
        }

        var made = await create.HandleAsync(user, input, cancellationToken);
        messages.Set(context, Tone.Good, $"\"{made.Name}\" is imported and yours to change.");
        return TypedResults.LocalRedirect($"/rubrics/{made.Id}");
    }

    private static RazorComponentResult<RubricImportDocument> Looked(string text)
    {
        var view = RubricImportView.Of(text);
        return new RazorComponentResult<RubricImportDocument>(new { View = view })
        {
            StatusCode = view.Rubric is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}
