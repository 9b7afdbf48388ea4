using System.Text.Json.Serialization;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Why a reply is not there and whether it may be tried again.</summary>
public sealed record ReplyFailure(string Kind, bool Retryable);

/// <summary>A message as pages and scripts get it. Tokens and cost are for teachers and admins only.</summary>
public sealed record MessageView(
    Guid Id,
    int Sequence,
    Speaker Speaker,
    string Text,
    MessageStatus Status,
    DateTimeOffset SentAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ClientMessageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? InReplyTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReplyFailure? Failure,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Voice,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Place,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Tokens,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? CostUsd
)
{
    /// <summary>The value of <see cref="Voice"/> when the built-in voice answered because no model could be reached.</summary>
    public const string BuiltInVoice = "built-in";

    /// <param name="liveText">What has been said so far of a reply in the making, when this server knows it.</param>
    /// <param name="place">Its place in line, when it waits for its turn on this server.</param>
    public static MessageView Of(Message message, CurrentUser user, string? liveText = null, int? place = null) =>
        new(
            message.Id,
            message.Sequence,
            message.Speaker,
            message.IsActive ? liveText ?? message.Text : message.Text,
            message.Status,
            message.SentAt,
            message.ClientMessageId,
            message.InReplyTo,
            message.FailureKind is { } kind ? new ReplyFailure(kind, message.Retryable) : null,
            MessageFlags.IsStandIn(message.Flags) ? BuiltInVoice : null,
            message.IsActive ? place : null,
            user.SeesCost && message.InReplyTo is not null ? message.Tokens : null,
            user.SeesCost && message.InReplyTo is not null ? message.CostNanoUsd / 1_000_000_000m : null
        );
}
