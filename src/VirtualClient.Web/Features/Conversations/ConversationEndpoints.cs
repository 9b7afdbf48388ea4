using System.Text;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>The conversation endpoints that do more than pass on.</summary>
internal static class ConversationEndpoints
{
    public static async Task<IResult> LibraryAsync(
        string? search,
        string? issue,
        string? difficulty,
        CurrentUser user,
        StudentLibrary library,
        CancellationToken cancellationToken
    )
    {
        var filter = new LibraryFilter(search, Code<Issue>(issue, "issue"), Code<Difficulty>(difficulty, "difficulty"));
        return TypedResults.Ok(new KeysetPage<StudentClient>(await library.ListAsync(user, filter, cancellationToken), null));
    }

    private static T? Code<T>(string? code, string name)
        where T : struct, Enum =>
        string.IsNullOrEmpty(code)
            ? null
            : Codes.Find<T>(code) ?? throw new DomainException("bad-filter", $"\"{name}\" is a word of /api/v1/vocabulary.", 400);

    public static async Task<IResult> StartAsync(
        StartConversationInput input,
        CurrentUser user,
        StartConversation start,
        ReadConversations read,
        CancellationToken cancellationToken
    )
    {
        var (conversation, isNew) = await start.HandleAsync(user, input, cancellationToken);
        var view = await read.OneAsync(user, conversation.Id, cancellationToken);
        return isNew ? TypedResults.Created($"/api/v1/conversations/{conversation.Id}", view) : TypedResults.Ok(view);
    }

    public static async Task<IResult> ListAsync(
        string? status,
        Guid? clientId,
        bool? test,
        string? search,
        int? limit,
        string? after,
        CurrentUser user,
        ReadConversations read,
        CancellationToken cancellationToken
    )
    {
        ConversationStatus? wanted = status switch
        {
            null or "" => null,
            "active" => ConversationStatus.Active,
            "completed" => ConversationStatus.Completed,
            "abandoned" => ConversationStatus.Abandoned,
            _ => throw new DomainException("bad-status", "\"status\" is active, completed or abandoned.", 400),
        };
        return TypedResults.Ok(await read.ListAsync(user, wanted, clientId, search, limit, after, cancellationToken, test));
    }

    public static async Task<IResult> SendAsync(
        Guid id,
        SendMessageInput input,
        CurrentUser user,
        SendMessage send,
        CancellationToken cancellationToken
    )
    {
        var accepted = await send.HandleAsync(user, id, input, cancellationToken);
        return TypedResults.Accepted(accepted.Events, accepted);
    }

    public static async Task<IResult> StopAsync(Guid id, CurrentUser user, StopReply stop, CancellationToken cancellationToken)
    {
        await stop.HandleAsync(user, id, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> RetryAsync(
        Guid id,
        Guid replyId,
        CurrentUser user,
        RetryReply retry,
        CancellationToken cancellationToken
    )
    {
        var accepted = await retry.HandleAsync(user, id, replyId, cancellationToken);
        return TypedResults.Accepted(accepted.Events, accepted);
    }

    public static async Task<IResult> EndAsync(
        Guid id,
        EndConversationInput? input,
        CurrentUser user,
        EndConversation end,
        ReadConversations read,
        CancellationToken cancellationToken
    )
    {
        await end.HandleAsync(user, id, input ?? new EndConversationInput(), EndReason.Student, cancellationToken);
        return TypedResults.Ok(await read.OneAsync(user, id, cancellationToken));
    }

    public static async Task<IResult> ShareAsync(
        Guid id,
        ShareConversationInput input,
        CurrentUser user,
        ShareConversation share,
        CancellationToken cancellationToken
    )
    {
        await share.HandleAsync(user, id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> ExportAsync(
        Guid id,
        CurrentUser user,
        HttpContext context,
        ViewerTime time,
        ExportConversation export,
        CancellationToken cancellationToken
    )
    {
        var (name, text) = await export.HandleAsync(user, id, time.ZoneOf(context), cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", name);
    }
}
