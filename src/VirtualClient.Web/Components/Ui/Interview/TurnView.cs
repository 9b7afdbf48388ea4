namespace VirtualClient.Web.Components.Ui.Interview;

/// <summary>What has become of a reply.</summary>
public enum ReplyState
{
    /// <summary>Asked for, nothing said yet.</summary>
    Waiting,

    /// <summary>Being said.</summary>
    Streaming,

    Complete,

    /// <summary>The student stopped it.</summary>
    Stopped,

    /// <summary>It broke off by itself; what was said is kept.</summary>
    Interrupted,

    /// <summary>Nothing could be said.</summary>
    Failed,
}

/// <summary>One turn of the conversation.</summary>
public sealed record TurnView
{
    /// <summary>Id of the message, or of the reply for the client's turns.</summary>
    public required string Id { get; init; }

    public required bool FromClient { get; init; }

    /// <summary>Text, never markup; a client's cues stand between asterisks.</summary>
    public string Text { get; init; } = "";

    public ReplyState State { get; init; } = ReplyState.Complete;

    /// <summary>Why it failed or broke off, in a sentence; null: the usual sentence of the state.</summary>
    public string? Reason { get; init; }

    public bool CanRetry { get; init; }

    /// <summary>A reply to something, not the client's first line.</summary>
    public bool IsReply { get; init; } = true;

    /// <summary>Place in line of a reply that waits for its turn, 1 is next; null: not in line.</summary>
    public int? Place { get; init; }

    /// <summary>The built-in voice answered because no model could be reached.</summary>
    public bool StandIn { get; init; }

    /// <summary>What support needs to find it ("7F2C-19").</summary>
    public string? Reference { get; init; }

    /// <summary>The student waited and said nothing.</summary>
    public bool IsSilence { get; init; }
}
