using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Features.ClientProfiles.Editor;
using VirtualClient.Web.Features.ClientProfiles.Library;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>The forms of the client pages; they call what the API calls and come back to a page.</summary>
internal static class ClientForms
{
    private const int LargestForm = 3 * 1024 * 1024;

    public static void MapClientForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/clients")
            .RequireAuthorization(Policies.Teacher)
            .WithAntiforgeryForCookies()
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .ExcludeFromDescription();
        forms.MapPost("/new", NewClientForm.PostAsync);
        forms.MapPost("/import", ImportForm.PostAsync);
        forms.MapPost("/import/confirm", ImportForm.ConfirmAsync);
        forms.MapPost("/{id:guid}/edit", EditorForms.PostAsync);
        forms.MapPost("/{id:guid}/duplicate", DuplicateAsync);
        forms.MapPost("/{id:guid}/archive", ArchiveAsync);
        forms.MapPost("/{id:guid}/restore", RestoreAsync);
        forms.MapPost("/{id:guid}/share", ShareAsync);
        forms.MapPost("/{id:guid}/publish", PublishAsync);
        forms.MapPost("/{id:guid}/delete", DeleteAsync);
        forms.MapPost("/{id:guid}/versions/{number:int}/restore", RestoreVersionAsync);
    }

    private static async Task<IResult> DuplicateAsync(
        Guid id,
        CurrentUser user,
        CopyTemplate copy,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var made = await copy.DuplicateAsync(user, id, cancellationToken);
        messages.Set(context, Tone.Good, $"This is your own copy of {made.Name}. Only you see it until you publish or share it.");
        return Editor(made.Id);
    }

    private static Task<IResult> ArchiveAsync(
        Guid id,
        CurrentUser user,
        ArchiveClient archive,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SayAsync(
            messages,
            context,
            "/clients",
            async () =>
            {
                var client = await archive.ArchiveAsync(user, id, cancellationToken);
                return $"{client.Name} is archived. Conversations that are under way go on.";
            }
        );

    private static Task<IResult> RestoreAsync(
        Guid id,
        CurrentUser user,
        ArchiveClient archive,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SayAsync(
            messages,
            context,
            $"/clients/{id}",
            async () => $"{(await archive.RestoreAsync(user, id, cancellationToken)).Name} is back."
        );

    private static Task<IResult> ShareAsync(
        Guid id,
        [FromForm] bool? shared,
        CurrentUser user,
        ArchiveClient archive,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SayAsync(
            messages,
            context,
            $"/clients/{id}",
            async () =>
                (await archive.ShareAsync(user, id, shared == true, cancellationToken)).Shared
                    ? "Other teachers here can see and copy this client. Nobody but you can change it."
                    : "Only you see this client now."
        );

    private static async Task<IResult> PublishAsync(
        Guid id,
        [FromForm] bool? notARealPerson,
        CurrentUser user,
        PublishClient publish,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var input = new PublishClientInput { NotARealPerson = notARealPerson == true };
            var client = await publish.HandleAsync(user, id, input, cancellationToken);
            messages.Set(context, Tone.Good, $"{client.Name} is published. Students of your sections can meet this client now.");
            return Editor(id);
        }
        catch (DomainException e) when (e.Status is 409 or 422)
        {
            var confirm = e.Code == "invalid";
            messages.Set(context, Tone.Bad, confirm ? "Please confirm first that this is not a real person’s story or record." : e.Message);
            return TypedResults.LocalRedirect($"/clients/{id}/check{(confirm ? "#publish" : "")}");
        }
    }

    private static Task<IResult> DeleteAsync(
        Guid id,
        CurrentUser user,
        DeleteClient delete,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SayAsync(
            messages,
            context,
            "/clients",
            async () =>
            {
                await delete.HandleAsync(user, id, cancellationToken);
                return "The client is deleted.";
            }
        );

    private static Task<IResult> RestoreVersionAsync(
        Guid id,
        int number,
        CurrentUser user,
        RestoreVersion restore,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SayAsync(
            messages,
            context,
            $"/clients/{id}",
            async () =>
            {
                await restore.HandleAsync(user, id, number, cancellationToken);
                return $"Version {number} is back, as a new version.";
            }
        );

    /// <summary>What was done, or why not, on the next page.</summary>
    private static async Task<IResult> SayAsync(StatusMessages messages, HttpContext context, string next, Func<Task<string>> work)
    {
        try
        {
            messages.Set(context, Tone.Good, await work());
        }
        catch (DomainException e) when (e.Status is 409 or 422)
        {
            messages.Set(context, Tone.Bad, e.Message);
        }

        return TypedResults.LocalRedirect(next);
    }

    private static RedirectHttpResult Editor(Guid id) => TypedResults.LocalRedirect($"/clients/{id}");
}
