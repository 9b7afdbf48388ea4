using System.Text.Json;
using System.Text.Json.Serialization;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <param name="Place">Its place in line while it waits for its turn, 1 is next; left out while it is being made.</param>
public sealed record ActiveReply(
    Guid ReplyId,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Place = null
);

/// <summary>A conversation as its holder gets it. Cost, tokens and model are for teachers and admins only.</summary>
public sealed record ConversationView(
    Guid Id,
    Guid ClientId,
    string ClientName,
    ConversationStatus Status,
    bool Test,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? EndReason,
    int Turns,
    int MaxTurns,
    int? MinutesLeft,
    bool Paused,
    string Notes,
    int Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? BranchOf,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? SharedWith,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AttemptView? Attempt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ActiveReply? ActiveReply,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Tokens,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? CostUsd,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Model
)
{
    public static ConversationView Of(
        Conversation c,
        CurrentUser user,
        DateTimeOffset now,
        ActiveReply? active,
        ConversationTotals totals
    ) =>
        new(
            c.Id,
            c.ClientProfileId,
            c.ClientName,
            c.Status,
            c.IsTest,
            c.StartedAt,
            c.EndedAt,
            c.EndReason is { } reason ? JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()) : null,
            c.Turns,
            Conversation.MaxTurns,
            c.Status == ConversationStatus.Active ? c.MinutesLeft : null,
            c.IsPaused(now),
            c.OwnerId == user.Id ? c.Notes : "",
            c.Version,
            c.BranchOf,
            c.SharedWith,
            AttemptView.Of(c),
            active,
            user.SeesCost ? totals.Tokens : null,
            user.SeesCost ? totals.CostNanoUsd / 1_000_000_000m : null,
            user.SeesCost ? totals.Model : null
        );
}

/// <summary>What a conversation is an attempt at.</summary>
/// <param name="DueAt">When it ends by itself; an extension is in it.</param>
/// <param name="TimeLimitMinutes">Connected minutes; null: none set by the assignment.</param>
public sealed record AttemptView(
    Guid AssignmentId,
    Guid SectionId,
    int Number,
    DateTimeOffset? DueAt,
    double? TimeLimitMinutes,
    bool GivenBack,
    bool NotesAllowed,
    bool CoachAllowed,
    bool SelfRating
)
{
    public static AttemptView? Of(Conversation c) =>
        c.AssignmentId is { } assignment
            ? new AttemptView(
                assignment,
                c.SectionId!.Value,
                c.AttemptNumber!.Value,
                c.DueAt,
                c.TimeLimitMs / 60_000.0,
                c.GivenBackAt is not null,
                c.MayTakeNotes,
                c.MayAskCoach,
                c.Rules?.SelfRating == true
            )
            : null;
}

/// <summary>Sums over the replies of a conversation.</summary>
public sealed record ConversationTotals(long Tokens, long CostNanoUsd, string? Model)
{
    public static readonly ConversationTotals None = new(0, 0, null);
}
