namespace VirtualClient.Web.Features.Conversations;

/// <summary>Why a conversation is over, in a sentence for the person who held it.</summary>
internal static class EndWords
{
    public static string Of(EndReason reason, string clientName) =>
        reason switch
        {
            EndReason.Student => "You ended this conversation.",
            EndReason.TimeLimit => "The time for this conversation is over.",
            EndReason.Due => "The assignment has closed, and this conversation with it.",
            EndReason.Turns => $"This conversation has reached its last turn, the {Conversation.MaxTurns}th.",
            EndReason.ClientLeft => $"{clientName} ended the meeting.",
            EndReason.Breach => "This meeting was ended because a line was crossed twice.",
            EndReason.SteppedOut => "You stepped out. Nothing here counts.",
            EndReason.Idle => "Nobody came back to this conversation for 14 days, so it was closed.",
            _ => "This conversation reached its longest time, 120 minutes.",
        };

    /// <summary>To somebody else than its holder.</summary>
    public static string OfAnother(EndReason reason, string clientName) =>
        reason switch
        {
            EndReason.Student => "The student ended this conversation.",
            EndReason.SteppedOut => "This conversation has ended.",
            _ => Of(reason, clientName),
        };

    public static string Short(EndReason? reason) =>
        reason switch
        {
            null => "Under way",
            EndReason.SteppedOut => "Stepped out",
            EndReason.Idle => "Closed after 14 days",
            EndReason.Longest => "Closed after 120 minutes",
            EndReason.Turns => $"Closed after {Conversation.MaxTurns} turns",
            EndReason.ClientLeft => "The client left",
            _ => "Ended",
        };
}

/// <summary>Why there is no reply, in a sentence; never the client's words.</summary>
internal static class FailureWords
{
    public static string Of(string kind) =>
        kind switch
        {
            "not-available" => "The service is not available for the moment. Your message is saved and those who run this have been told.",
            "busy" or "overloaded" => "The service is busy. Your message is saved, try again in a moment.",
            "timeout" => "No answer came in time. Your message is saved.",
            "budget" => "This month’s budget for conversations is used up. Your message is saved and your teacher can see this.",
            "breach" => "A line was crossed for the second time, so the meeting was ended.",
            "refused" or "role-break" or "empty" =>
                "The answer that came was not one the client would give, so it is not shown. Your message is saved.",
            _ => "Something went wrong on our side. Your message is saved.",
        };
}

/// <summary>What became of a reply that is not whole, for a transcript.</summary>
internal static class UnfinishedWords
{
    public static string? Of(MessageStatus status) =>
        status switch
        {
            MessageStatus.Stopped => "stopped here",
            MessageStatus.Interrupted => "broke off here",
            MessageStatus.Failed => "no reply was made",
            MessageStatus.Waiting or MessageStatus.Streaming => "still being said",
            _ => null,
        };
}
