using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>What conversations are judged by: built-in rubrics and those that teachers author.</summary>
internal static class RubricsFeature
{
    /// <summary>The largest rubric has some 300 KB of text.</summary>
    private const int MaxBytes = 512 * 1024;

    public static void AddRubrics(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<BuiltInRubricSeed>();
        services.AddScoped<ListRubrics>();
        services.AddScoped<CreateRubric>();
        services.AddScoped<UpdateRubric>();
        services.AddScoped<DeleteRubric>();
        services.AddScoped<ArchiveRubric>();
        services.AddScoped<DuplicateRubric>();
        services.AddScoped<ExportRubric>();
        services.AddSingleton(new NavEntry(Roles.Teacher, 25, "Rubrics", "/rubrics", "task"));
    }

    public static void MapRubrics(this IEndpointRouteBuilder app)
    {
        var rubrics = app.MapApi("/rubrics", Policies.Teacher).WithTags("rubrics");
        rubrics
            .MapGet(
                "",
                (string? search, bool? archived, int? limit, string? after, CurrentUser user, ListRubrics list, CancellationToken ct) =>
                    list.OwnAsync(user, new RubricFilter(search, archived ?? false), limit, after, ct)
            )
            .WithSummary("Own rubrics, newest change first");
        rubrics
            .MapPost(
                "",
                async (RubricInput input, CurrentUser user, CreateRubric create, CancellationToken ct) =>
                    Made(await create.HandleAsync(user, input, ct))
            )
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .WithSummary("Make a rubric")
            .WithDescription("Keys may be left out and are made from names; levels may be left out and are then the four default ones.");
        rubrics
            .MapGet("/templates", (string? search, ListRubrics list, CancellationToken ct) => list.TemplatesAsync(search, ct))
            .WithSummary("The built-in rubrics");
        rubrics
            .MapPost("/import", ImportAsync)
            .Produces<RubricView>(StatusCodes.Status201Created)
            .Produces<RubricPreview>()
            .WithSummary("Make a rubric from a file")
            .WithDescription(
                "The body is a file as `/export` gives it, up to 2 MB. With `?dryRun=true` nothing is stored and the answer is a preview. A bad file is "
                    + "refused with each `line` and `field` under `places`."
            )
            .Accepts<object>(MediaTypeNames.Application.Json)
            // A file that is a little too large is read and refused with a sentence; a larger one is not read at all.
            .WithMetadata(new RequestSizeLimitAttribute(RubricFile.MaxBytes + InfrastructureSetup.MaxBodyBytes));
        MapOne(rubrics);
        app.MapRubricForms();
    }

    private static void MapOne(RouteGroupBuilder rubrics)
    {
        rubrics
            .MapGet("/{id:guid}", (Guid id, CurrentUser user, ListRubrics list, CancellationToken ct) => list.OneAsync(user, id, ct))
            .WithSummary("A rubric, own or built in");
        rubrics
            .MapPatch(
                "/{id:guid}",
                (Guid id, UpdateRubricInput input, CurrentUser user, UpdateRubric update, CancellationToken ct) =>
                    update.HandleAsync(user, id, input, ct)
            )
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .WithSummary("Change what is named of a rubric; criteria, when named, are all there are from then on");
        rubrics.MapDelete("/{id:guid}", DeleteAsync).WithSummary("Delete a rubric that nothing holds on to");
        rubrics
            .MapPost(
                "/{id:guid}/duplicate",
                async (Guid id, CurrentUser user, DuplicateRubric duplicate, CancellationToken ct) =>
                    Made(await duplicate.HandleAsync(user, id, ct))
            )
            .WithSummary("An own copy of any rubric one can see");
        rubrics
            .MapPost(
                "/{id:guid}/archive",
                (Guid id, CurrentUser user, ArchiveRubric archive, CancellationToken ct) => archive.ArchiveAsync(user, id, ct)
            )
            .WithSummary("Put a rubric away; what uses it stays as it is");
        rubrics
            .MapPost(
                "/{id:guid}/restore",
                (Guid id, CurrentUser user, ArchiveRubric archive, CancellationToken ct) => archive.RestoreAsync(user, id, ct)
            )
            .WithSummary("Take a rubric back out of the archive");
        rubrics.MapGet("/{id:guid}/export", ExportAsync).WithSummary("The rubric as a file");
    }

    private static async Task<NoContent> DeleteAsync(Guid id, CurrentUser user, DeleteRubric delete, CancellationToken cancellationToken)
    {
        await delete.HandleAsync(user, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ImportAsync(
        bool? dryRun,
        HttpRequest request,
        CurrentUser user,
        CreateRubric create,
        CancellationToken cancellationToken
    )
    {
        var input = await ImportRubric.ReadAsync(request.Body, cancellationToken);
        return dryRun == true
            ? TypedResults.Ok(RubricPreview.Of(input.ToDefinition()))
            : Made(await create.HandleAsync(user, input, cancellationToken));
    }

    internal static async Task<FileContentHttpResult> ExportAsync(
        Guid id,
        CurrentUser user,
        ExportRubric export,
        CancellationToken cancellationToken
    )
    {
        var (name, file) = await export.HandleAsync(user, id, cancellationToken);
        return TypedResults.File(file, MediaTypeNames.Application.Json, name);
    }

    private static Created<RubricView> Made(RubricView rubric) => TypedResults.Created($"/api/v1/rubrics/{rubric.Id}", rubric);
}
