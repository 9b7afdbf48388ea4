using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Writes a conversation's events as server-sent events; one write for what one look delivered.</summary>
internal static class EventStream
{
    public static async Task WriteAsync(
        HttpContext context,
        Guid id,
        string? after,
        CurrentUser user,
        ConversationEvents events,
        IOptions<JsonOptions> json,
        CancellationToken cancellationToken
    )
    {
        // EventSource sends the header when it reconnects by itself; it is newer than the address it was opened with.
        var from = StreamPosition.Parse(context.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? after);
        var whole = context.User.HasClaim(claim => claim.Type == AppClaims.DeliverWhole);
        var text = new StringBuilder();
        await foreach (var batch in events.FollowAsync(user, id, from, whole, cancellationToken))
        {
            if (!context.Response.HasStarted)
            {
                context.Response.ContentType = "text/event-stream";
                context.Response.Headers.CacheControl = "no-cache,no-store";
                context.Response.Headers["X-Accel-Buffering"] = "no";
                context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
                text.Append("retry: 1000\n\n");
            }

            foreach (var one in batch)
            {
                text.Append("id: ").Append(one.Id).Append("\nevent: ").Append(one.Type).Append("\ndata: ");
                text.Append(JsonSerializer.Serialize(one.Data, json.Value.SerializerOptions)).Append("\n\n");
            }

            if (text.Length > 0)
            {
                await context.Response.WriteAsync(text.ToString(), cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
                text.Clear();
            }
        }
    }
}
