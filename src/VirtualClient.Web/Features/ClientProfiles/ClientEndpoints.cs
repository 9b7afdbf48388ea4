using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Features.ClientProfiles.Editor;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>The REST routes of clients; the pages call the same handlers.</summary>
internal static class ClientEndpoints
{
    public static void MapClientApi(this IEndpointRouteBuilder app)
    {
        var clients = app.MapApi("/clients", Policies.Teacher).WithTags("clients");
        MapReading(clients);
        MapWriting(clients);
        MapFiles(clients);
    }

    private static void MapReading(RouteGroupBuilder clients)
    {
        clients
            .MapGet("", ListAsync)
            .WithSummary("The clients of one shelf: own, shared by colleagues or built in")
            .WithDescription(
                "`shelf` is `own` (default), `shared` (by colleagues) or `built_in`; `state` is `draft`, `published` or `archived` (without it all "
                    + "that are not archived); `sort` is `changed` (default), `name` or `difficulty`; `search` looks in name, setting and summary."
            );
        clients
            .MapGet("/templates", (CurrentUser user, ListClients list, CancellationToken ct) => list.TemplatesAsync(user, ct))
            .WithSummary("The built-in clients");
        clients
            .MapGet("/{id:guid}", (Guid id, CurrentUser user, ListClients list, CancellationToken ct) => list.OneAsync(user, id, ct))
            .WithSummary("One client with its whole persona");
        clients
            .MapGet(
                "/{id:guid}/prompt",
                (Guid id, decimal? trust, CurrentUser user, ReadPrompt read, CancellationToken ct) => read.HandleAsync(user, id, trust, ct)
            )
            .WithSummary("What a model is told about a client at a level of trust")
            .WithDescription(
                "`trust` is from 1.0 to 4.0 (default 1.5). What is closed at this level is in neither `system` nor `plan`. Tokens are an estimate."
            );
        clients
            .MapGet(
                "/{id:guid}/versions",
                (Guid id, int? limit, string? after, CurrentUser user, ReadVersions read, CancellationToken ct) =>
                    read.ListAsync(user, id, limit, after, ct)
            )
            .WithSummary("The versions of a client, newest first: what changed, who, when");
        clients
            .MapGet(
                "/{id:guid}/versions/{number:int}",
                (Guid id, int number, CurrentUser user, ReadVersions read, CancellationToken ct) => read.OneAsync(user, id, number, ct)
            )
            .WithSummary("The text of one version of a client");
        clients
            .MapGet(
                "/{id:guid}/check",
                (Guid id, CurrentUser user, CheckClient check, CancellationToken ct) => check.HandleAsync(user, id, ct)
            )
            .WithSummary("Try a client out before publishing, with four scripted interviewers")
            .WithDescription(
                "Four scripted interviewers talk to the client in the built-in voice; each `mark` is `green`, `amber` or `red`."
            );
    }

    private static void MapWriting(RouteGroupBuilder clients)
    {
        clients
            .MapPost("", CreateAsync)
            .WithSummary("Make a client")
            .WithDescription(
                "Needs `name`, `age` and two to five `traits`; whatever else of a persona is named is taken, the rest is filled with starters for its "
                    + "issues. Fields stand in the body or under `persona`. The new client is a draft."
            )
            .TakesPersona();
        clients.MapPost("/from-template", CopyTemplateAsync).WithSummary("Make an own copy of a built-in client");
        clients
            .MapPost("/validate", (ClientBody body) => DraftCheck.Of(PersonaReader.Read(body.Fields)))
            .WithSummary("Check a whole persona without saving it")
            .WithDescription("`errors` nothing may have, `open` is to be mended before publishing, `warnings` are most likely not meant.")
            .TakesPersona();
        clients
            .MapPatch(
                "/{id:guid}",
                (Guid id, ClientBody body, CurrentUser user, UpdateClient update, CancellationToken ct) =>
                    update.HandleAsync(user, id, body, ct)
            )
            .WithSummary("Change what is named of a client")
            .WithDescription(
                "Needs the `version` it is based on. Objects are gone into, lists are replaced, null empties what may be empty. `shared` is the switch for "
                    + "colleagues. A published client has to stay fit for students; conversations that are under way keep their copy."
            )
            .TakesPersona();
        clients
            .MapPut(
                "/{id:guid}/draft",
                (Guid id, SaveDraftInput input, CurrentUser user, SaveDraft save, CancellationToken ct) =>
                    save.HandleAsync(user, id, input, ct)
            )
            .WithSummary("Keep what is being typed about a client, without making a version")
            .WithDescription(
                "The fields of the editor, right or wrong; no version is made. Needs the `version` and the draft's `revision` (0: none) that it is based on."
            )
            .WithMetadata(new RequestSizeLimitAttribute(ClientBody.MaxBytes));
        clients
            .MapDelete(
                "/{id:guid}",
                async (Guid id, CurrentUser user, DeleteClient delete, CancellationToken ct) =>
                {
                    await delete.HandleAsync(user, id, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Delete a client that nothing holds on to");
        clients.MapPost("/{id:guid}/duplicate", DuplicateAsync).WithSummary("Make an own copy of a client one can see");
        clients
            .MapPost(
                "/{id:guid}/archive",
                (Guid id, CurrentUser user, ArchiveClient archive, CancellationToken ct) => archive.ArchiveAsync(user, id, ct)
            )
            .WithSummary("Put a client away");
        clients
            .MapPost(
                "/{id:guid}/restore",
                (Guid id, CurrentUser user, ArchiveClient archive, CancellationToken ct) => archive.RestoreAsync(user, id, ct)
            )
            .WithSummary("Bring an archived client back as what it was");
        clients
            .MapPost(
                "/{id:guid}/publish",
                (Guid id, PublishClientInput? input, CurrentUser user, PublishClient publish, CancellationToken ct) =>
                    publish.HandleAsync(user, id, input ?? new PublishClientInput(), ct)
            )
            .WithSummary("Let students meet a client")
            .WithDescription("Asks once for `notARealPerson`: true, which says that this is not a real person's story or record.");
        clients
            .MapPost(
                "/{id:guid}/versions/{number:int}/restore",
                (Guid id, int number, CurrentUser user, RestoreVersion restore, CancellationToken ct) =>
                    restore.HandleAsync(user, id, number, ct)
            )
            .WithSummary("Bring back the text of a version, as a new version");
    }

    private static void MapFiles(RouteGroupBuilder clients)
    {
        clients.MapGet("/{id:guid}/export", ExportAsync).WithSummary("The client as a file");
        clients
            .MapPost("/import", ImportAsync)
            .Produces<TeacherClient>(StatusCodes.Status201Created)
            .Produces<ImportPreview>()
            .WithSummary("Make a client from a file, as a draft")
            .WithDescription(
                "The body is a file as `/export` gives it, up to 2 MB. With `?dryRun=true` nothing is stored and the answer is a preview. A bad file is "
                    + "refused with each `line` and `field` under `places`."
            )
            .Accepts<object>(MediaTypeNames.Application.Json)
            // A file that is a little too large is read and refused with a sentence; a larger one is not read at all.
            .WithMetadata(new RequestSizeLimitAttribute(ClientFile.MaxBytes + InfrastructureSetup.MaxBodyBytes));
    }

    private static RouteHandlerBuilder TakesPersona(this RouteHandlerBuilder route) =>
        route.Accepts<Persona>(MediaTypeNames.Application.Json).WithMetadata(new RequestSizeLimitAttribute(ClientBody.MaxBytes));

    private static Task<KeysetPage<TeacherClient>> ListAsync(
        string? shelf,
        string? search,
        string? issue,
        string? difficulty,
        string? state,
        string? sort,
        int? limit,
        string? after,
        CurrentUser user,
        ListClients list,
        CancellationToken cancellationToken
    ) => list.ListAsync(user, ClientFilter.Of(shelf, search, issue, difficulty, state, sort), limit, after, cancellationToken);

    private static async Task<Created<TeacherClient>> CreateAsync(
        ClientBody body,
        CurrentUser user,
        CreateClient create,
        CancellationToken cancellationToken
    ) => Made(await create.HandleAsync(user, body, cancellationToken));

    private static async Task<Created<TeacherClient>> CopyTemplateAsync(
        CopyTemplateInput input,
        CurrentUser user,
        CopyTemplate copy,
        CancellationToken cancellationToken
    ) => Made(await copy.HandleAsync(user, input, cancellationToken));

    private static async Task<Created<TeacherClient>> DuplicateAsync(
        Guid id,
        CurrentUser user,
        CopyTemplate copy,
        CancellationToken cancellationToken
    ) => Made(await copy.DuplicateAsync(user, id, cancellationToken));

    private static async Task<FileContentHttpResult> ExportAsync(
        Guid id,
        CurrentUser user,
        ExportClient export,
        CancellationToken cancellationToken
    )
    {
        var (name, text) = await export.HandleAsync(user, id, cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(text), MediaTypeNames.Application.Json, name);
    }

    private static async Task<IResult> ImportAsync(
        bool? dryRun,
        HttpRequest request,
        CurrentUser user,
        ImportClient import,
        CancellationToken cancellationToken
    )
    {
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, cancellationToken);
        if (file.Length > ClientFile.MaxBytes)
        {
            throw new DomainException("too-large", "A file is at most 2 MB; a client is much smaller.", 413);
        }

        var persona = ImportClient.Read(file.GetBuffer().AsSpan(0, (int)file.Length));
        return dryRun == true
            ? TypedResults.Ok(ImportPreview.Of(persona))
            : Made(await import.HandleAsync(user, persona, cancellationToken));
    }

    private static Created<TeacherClient> Made(TeacherClient made) => TypedResults.Created($"/api/v1/clients/{made.Id}", made);
}
