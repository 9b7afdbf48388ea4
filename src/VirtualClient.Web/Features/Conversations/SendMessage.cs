using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

public sealed class SendMessageInput : IValidatableObject
{
    /// <summary>Made by the sender; the same id again is the same message.</summary>
    [Required(ErrorMessage = "Send a clientMessageId, a new UUID for each message.")]
    public Guid? ClientMessageId { get; set; }

    [StringLength(Message.TextMax, ErrorMessage = "A message is at most 4,000 characters.")]
    public string? Text { get; set; }

    /// <summary>Says nothing on purpose; instead of a text.</summary>
    public bool Wait { get; set; }

    /// <summary>Says that a turn which seemed to be about the sender belongs to the role-play.</summary>
    public bool RolePlay { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Wait && !string.IsNullOrEmpty(Text))
        {
            yield return new ValidationResult("Send a text, or wait, not both.", [nameof(Text)]);
        }
        else if (!Wait && string.IsNullOrWhiteSpace(Text))
        {
            yield return new ValidationResult("Write something first.", [nameof(Text)]);
        }
    }

    public string Words => Wait ? Message.Silence : Text!.Trim();
}

/// <summary>The answer to a send or a retry: where to read the reply.</summary>
/// <param name="Events">Path whose stream begins just before this turn's first event.</param>
public sealed record Accepted(MessageView Message, Guid ReplyId, string Events);

/// <summary>
/// Stores a student's turn and the place of its reply in one transaction, then wakes the runner. Nothing is acknowledged before the
/// commit. The same id again is answered with the same turn.
/// </summary>
internal sealed class SendMessage(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    MessageLimiter limiter,
    SenderLine line,
    ReplyRunner runner,
    ConversationFeeds feeds,
    UsedUp usedUp,
    IOptions<InstallationOptions> installation,
    ConnectedClock connected,
    TimeProvider clock
)
{
    // Senders that meet at the same place in the sequence from several servers try again; each round one of them gets through.
    private const int Tries = 60;

    public async Task<Accepted> HandleAsync(
        CurrentUser user,
        Guid conversationId,
        SendMessageInput input,
        CancellationToken cancellationToken
    )
    {
        using var turn = await line.EnterAsync(user.Id, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(user, conversationId, input, cancellationToken);
            }
            catch (DbUpdateException e) when (attempt < Tries && (e is DbUpdateConcurrencyException || e.IsUniqueViolation()))
            {
                // Another send of this conversation was first; look again at what is there now.
            }
        }
    }

    private async Task<Accepted> TryAsync(
        CurrentUser user,
        Guid conversationId,
        SendMessageInput input,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var window = limiter.Begin(user, now);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var (conversation, counts) =
            await SendQueries.Find(db, conversationId, window, cancellationToken) ?? throw DomainException.NotFound();
        var near = await SendQueries.Near(db, conversationId, input.ClientMessageId!.Value).ToListAsync(cancellationToken);
        if (near.Find(m => m.ClientMessageId == input.ClientMessageId) is { } before)
        {
            return await SameAgainAsync(db, user, before, input, cancellationToken);
        }

        if (near.Find(m => m.IsActive) is { } active)
        {
            throw ReplyActive(active);
        }

        if (conversation.TimeIsUp(now, connected.UnsavedMs(conversationId)) is not null && conversation.Status == ConversationStatus.Active)
        {
            throw Conversation.OutOfTime();
        }

        if (RoleCheck.Asks(conversation, input))
        {
            throw RoleCheck.Question(installation.Value);
        }

        await usedUp.RequireRoomAsync(db, user, conversation.Route, conversation.IsTest, cancellationToken);
        // The commit takes a connection of its own: many who kept one while waiting for a second would wait for each other.
        await db.Database.CloseConnectionAsync();
        using var place = await limiter.AdmitAsync(db, window, counts, conversation.IsTest, cancellationToken);
        var (said, reply) = await gate.CommitSharedAsync(async own =>
        {
            own.Attach(conversation);
            var turn = conversation.Say(input.ClientMessageId!.Value, input.Words, (counts.LastNumber ?? 0) + 1, now);
            turn.Reply.LeaseTo(runner.ServerId, now + ReplyRunner.Lease);
            own.AddRange(turn.Said, turn.Reply);
            await own.SaveChangesAsync(CancellationToken.None);
            return turn;
        });
        runner.Enqueue(new ReplyTicket(conversationId, reply.Id, reply.Sequence, said.Text));
        feeds.Signal(conversationId);
        return new Accepted(MessageView.Of(said, user), reply.Id, EventsPath(conversationId, said.Sequence - 1));
    }

    private static async Task<Accepted> SameAgainAsync(
        AppDbContext db,
        CurrentUser user,
        Message said,
        SendMessageInput input,
        CancellationToken cancellationToken
    )
    {
        if (said.Text != input.Words)
        {
            throw new DomainException("message-id-used", "This message id was used for another text. Make a new id for a new message.");
        }

        var replyId = await db.Set<Message>()
            .Where(m => m.InReplyTo == said.Id && m.ConversationId == said.ConversationId)
            .OrderByDescending(m => m.Sequence)
            .Select(m => m.Id)
            .FirstAsync(cancellationToken);
        return new Accepted(MessageView.Of(said, user), replyId, EventsPath(said.ConversationId, said.Sequence - 1));
    }

    public static DomainException ReplyActive(Message active) =>
        new("reply-active", "The client is still answering. You can send when the reply is there, or stop it first.")
        {
            Details = new Dictionary<string, object?>
            {
                ["replyId"] = active.Id,
                ["events"] = EventsPath(active.ConversationId, active.Sequence - 1),
            },
        };

    public static string EventsPath(Guid conversationId, int afterSequence) =>
        $"/api/v1/conversations/{conversationId}/events?after={afterSequence}";
}
