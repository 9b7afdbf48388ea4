namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>That feedback on an attempt can be read, and since when.</summary>
public sealed class AttemptFeedback
{
    public required Guid ConversationId { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }
}

/// <summary>Asks whoever assesses which attempts have feedback that was released; part of a query, so that it costs none of its own.</summary>
public interface IAttemptFeedback
{
    IQueryable<AttemptFeedback> Released { get; }
}
