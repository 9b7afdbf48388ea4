using System.ComponentModel.DataAnnotations;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>How much may be sent and how many replies are made at once, section "Limits". An admin's changes are kept in the database and win.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <value>New messages within any 60 seconds, for each student.</value>
    [Range(1, 1_000_000)]
    public int MessagesPerMinute { get; set; } = 10;

    /// <value>The same for each teacher in tests, apart from the students.</value>
    [Range(1, 1_000_000)]
    public int TestMessagesPerMinute { get; set; } = 30;

    /// <value>New messages of all students together within any 60 minutes.</value>
    [Range(1, 100_000_000)]
    public int MessagesPerHourForAll { get; set; } = 150_000;

    /// <value>Replies that one server makes at the same time; further ones wait in line.</value>
    [Range(1, 100_000)]
    public int LiveReplies { get; set; } = 1_500;

    /// <value>When every model route fails, the built-in voice answers instead; told to the student and marked in the transcript.</value>
    public bool BuiltInVoiceWhenModelsFail { get; set; }
}
