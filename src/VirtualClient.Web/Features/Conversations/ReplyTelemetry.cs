using System.Diagnostics;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>The span of a reply in the making, part of the trace of the request that asked for it. Ids only.</summary>
internal static class ReplyTelemetry
{
    private static readonly ActivitySource Source = new(Telemetry.Name);

    public static Activity? Start(ReplyTicket ticket)
    {
        var activity = Source.StartActivity("make reply");
        activity?.SetTag("gen_ai.conversation.id", ticket.ConversationId);
        activity?.SetTag("virtual_client.reply", ticket.ReplyId);
        return activity;
    }
}
