namespace VirtualClient.Web.Features.Conversations;

public enum ConversationStatus
{
    Active,
    Completed,
    Abandoned,
}

/// <summary>Why a conversation ended. All but the last three are completed, those are abandoned.</summary>
public enum EndReason
{
    Student,
    TimeLimit,
    Due,
    Turns,
    ClientLeft,
    Breach,
    SteppedOut,
    Idle,
    Longest,
}
