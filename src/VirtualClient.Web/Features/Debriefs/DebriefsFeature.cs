using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>What a conversation leaves behind: the debrief, one's own view of it, and another try.</summary>
internal static class DebriefsFeature
{
    public static void AddDebriefs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ReadDebrief>();
        services.AddScoped<SaveOwnView>();
        services.AddScoped<ReadOwnWords>();
        services.AddScoped<SaveReflection>();
        services.AddScoped<SeeDifferently>();
        services.AddScoped<TryAgain>();
        services.AddScoped<ComparePaths>();
    }

    public static void MapDebriefs(this IEndpointRouteBuilder app)
    {
        var group = app.MapApi("/conversations").WithTags("debrief");
        group
            .MapGet(
                "/{id:guid}/debrief",
                async (Guid id, bool? reveal, CurrentUser user, ReadDebrief read, IReleasedFeedback released, CancellationToken ct) =>
                {
                    var one = await read.HandleAsync(user, id, ct);
                    if (!one.IsOpen)
                    {
                        throw ReadDebrief.RatingNeeded();
                    }

                    var feedback = one.Held.Conversation.IsPractice ? null : await released.OfAsync(id, ct);
                    return DebriefView.Of(one, user, reveal ?? false) with { Feedback = feedback?.Released };
                }
            )
            .WithSummary("What happened in an ended conversation and what to try next, for whoever held it");
        group
            .MapGet(
                "/{id:guid}/own-view",
                (Guid id, CurrentUser user, ReadOwnWords read, CancellationToken ct) => read.HandleAsync(user, id, ct)
            )
            .WithSummary("What the student wrote before seeing the figures");
        group
            .MapPut(
                "/{id:guid}/own-view",
                async (Guid id, OwnViewInput input, CurrentUser user, SaveOwnView save, CancellationToken ct) =>
                {
                    await save.HandleAsync(user, id, input, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Save one's own view of an ended conversation, before the figures are shown")
            .WithDescription("All fields may be left out. The first view counts; `skip` goes on to the figures without one.");
        group
            .MapPut(
                "/{id:guid}/reflection",
                (Guid id, ReflectionInput input, CurrentUser user, SaveReflection save, CancellationToken ct) =>
                    save.HandleAsync(user, id, input, ct)
            )
            .WithSummary("Save one's reflection on an ended conversation");
        group
            .MapPost(
                "/{id:guid}/own-labels",
                async (Guid id, SeeDifferentlyInput input, CurrentUser user, SeeDifferently see, CancellationToken ct) =>
                {
                    await see.HandleAsync(user, id, input, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Say that one sees a turn differently; no figure changes");
        group
            .MapPost("/{id:guid}/branch", BranchAsync)
            .WithSummary("Try a practice conversation again from one of its turns")
            .Produces<ConversationView>(StatusCodes.Status201Created);
        group
            .MapGet("/{id:guid}/export.json", ExportAsync)
            .WithSummary("A conversation with its messages and its debrief, for a program to read");
        app.MapDebriefForms();
    }

    /// <summary>The whole conversation with its debrief, once there is one and the rating of oneself was given where it is asked for.</summary>
    private static async Task<IResult> ExportAsync(
        Guid id,
        CurrentUser user,
        ReadConversations read,
        ReadDebrief debrief,
        CancellationToken cancellationToken
    )
    {
        var conversation = await read.OneAsync(user, id, cancellationToken);
        var messages = await read.AllMessagesAsync(user, id, cancellationToken);
        var one = conversation.Status == ConversationStatus.Active ? null : await debrief.HandleAsync(user, id, cancellationToken);
        var report = one is { IsOpen: true } ? DebriefView.Of(one, user, reveal: false) : null;
        return TypedResults.Ok(
            new
            {
                Conversation = conversation,
                Messages = messages,
                Debrief = report,
            }
        );
    }

    private static async Task<IResult> BranchAsync(
        Guid id,
        BranchInput input,
        CurrentUser user,
        TryAgain again,
        ReadConversations read,
        CancellationToken cancellationToken
    )
    {
        var branch = await again.HandleAsync(user, id, input, cancellationToken);
        return TypedResults.Created($"/api/v1/conversations/{branch.Id}", await read.OneAsync(user, branch.Id, cancellationToken));
    }
}
