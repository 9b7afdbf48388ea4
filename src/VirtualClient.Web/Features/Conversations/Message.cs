using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Where a message stands. Only a reply is ever anything but complete.</summary>
public enum MessageStatus
{
    Waiting,
    Streaming,
    Complete,
    Interrupted,
    Failed,
    Stopped,
}

/// <summary>
/// One utterance, or the reply in the making. A reply has its sequence from creation and stays listed; a retry takes the next one. While
/// it is waiting or streaming one runner holds its lease and is its only writer.
/// </summary>
public sealed class Message
{
    public const int TextMax = 4_000;

    public const int FlagsMax = 200;

    /// <summary>What a silent turn is stored as.</summary>
    public const string Silence = "(waits)";

    private Message() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConversationId { get; private set; }

    public int Sequence { get; private set; }

    public Speaker Speaker { get; private set; }

    public string Text { get; private set; } = "";

    public MessageStatus Status { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>The page's own id of a student's message; makes sending the same thing twice harmless.</summary>
    public Guid? ClientMessageId { get; private set; }

    /// <summary>The student's message that this is a reply to.</summary>
    public Guid? InReplyTo { get; private set; }

    /// <summary>What the turn did and what the client decided, as JSON; see <see cref="TurnRecord"/>.</summary>
    public string? Turn { get; private set; }

    /// <summary>Why there is no reply.</summary>
    public string? FailureKind { get; private set; }

    public bool Retryable { get; private set; }

    /// <summary>Ended early at the last good sentence or at the token limit.</summary>
    public bool Cut { get; private set; }

    public Guid? LeaseOwner { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    public bool StopRequested { get; private set; }

    public string? Route { get; private set; }

    public string? Model { get; private set; }

    /// <summary>Tokens as the provider reported them; input counts only what the cache had no part in.</summary>
    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public long CacheWriteTokens { get; private set; }

    public long CacheReadTokens { get; private set; }

    /// <summary>The provider sent no figures; these are ours.</summary>
    public bool UsageEstimated { get; private set; }

    public long CostNanoUsd { get; private set; }

    /// <summary>What the simulation noted of a reply (its lint rules, the token limit, the built-in voice standing in), by commas; null: nothing.</summary>
    public string? Flags { get; private set; }

    /// <summary>Who said it, for the limits of sending; null for the client and for conversations told in advance.</summary>
    public Guid? SenderId { get; private set; }

    /// <summary>Counts what this sender has sent, from 1. Two servers that count the same collide, so the limit holds on all of them.</summary>
    public int? SenderNumber { get; private set; }

    /// <summary>Said in a teacher's test, which does not count towards the limit for all students.</summary>
    public bool InTest { get; private set; }

    public static Message Opening(Guid conversationId, string text, DateTimeOffset now) =>
        new()
        {
            ConversationId = conversationId,
            Sequence = 1,
            Speaker = Speaker.Client,
            Text = text,
            Status = MessageStatus.Complete,
            SentAt = ToMicroseconds(now),
            CompletedAt = now,
        };

    public static Message FromStudent(
        Conversation conversation,
        Guid clientMessageId,
        string text,
        int? senderNumber,
        DateTimeOffset now
    ) =>
        new()
        {
            ConversationId = conversation.Id,
            Sequence = conversation.LastSequence,
            SenderId = senderNumber is null ? null : conversation.OwnerId,
            SenderNumber = senderNumber,
            InTest = conversation.IsTest,
            Speaker = Speaker.Student,
            Text = text,
            Status = MessageStatus.Complete,
            SentAt = ToMicroseconds(now),
            CompletedAt = now,
            ClientMessageId = clientMessageId,
        };

    public static Message ReplyTo(Message said, int sequence, DateTimeOffset now) =>
        new()
        {
            ConversationId = said.ConversationId,
            Sequence = sequence,
            Speaker = Speaker.Client,
            Status = MessageStatus.Waiting,
            SentAt = ToMicroseconds(now),
            InReplyTo = said.Id,
        };

    /// <summary>As PostgreSQL stores it, so that the first answer and every later one say the same moment.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>Gives the reply to a runner; only it writes from now on.</summary>
    public void LeaseTo(Guid owner, DateTimeOffset until)
    {
        LeaseOwner = owner;
        LeaseUntil = until;
    }

    /// <summary>A conversation told in advance, for demonstration data: a reply that is already whole.</summary>
    public void CompleteWith(string text, string turn, DateTimeOffset at)
    {
        Text = text;
        Turn = turn;
        Status = MessageStatus.Complete;
        CompletedAt = at;
    }

    /// <summary>The same words and turns in another conversation; what they cost stays with those that were paid for.</summary>
    public static IReadOnlyList<Message> CopiesInto(Conversation branch, IReadOnlyList<Message> messages)
    {
        var ids = messages.ToDictionary(message => message.Id, _ => Guid.CreateVersion7());
        return
        [
            .. messages.Select(message => new Message
            {
                Id = ids[message.Id],
                ConversationId = branch.Id,
                Sequence = message.Sequence,
                Speaker = message.Speaker,
                Text = message.Text,
                Status = message.Status,
                SentAt = message.SentAt,
                CompletedAt = message.CompletedAt,
                ClientMessageId = message.Speaker == Speaker.Student ? ids[message.Id] : null,
                InReplyTo = message.InReplyTo is { } said ? ids[said] : null,
                Turn = message.Turn,
                FailureKind = message.FailureKind,
                Cut = message.Cut,
                Flags = message.Flags,
            }),
        ];
    }

    public long Tokens => InputTokens + OutputTokens + CacheWriteTokens + CacheReadTokens;

    public bool IsActive => Status is MessageStatus.Waiting or MessageStatus.Streaming;

    internal sealed class Mapping : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> builder)
        {
            builder.ToTable("messages");
            builder.Property(m => m.Speaker).AsWord();
            builder.Property(m => m.Status).AsWord();
            builder.Property(m => m.FailureKind).HasMaxLength(20);
            builder.Property(m => m.Route).HasMaxLength(60);
            builder.Property(m => m.Model).HasMaxLength(100);
            builder.Property(m => m.Flags).HasMaxLength(FlagsMax);
            builder.HasIndex(m => new { m.ConversationId, m.Sequence }).IsUnique();
            builder.HasIndex(m => new { m.ConversationId, m.ClientMessageId }).IsUnique();
            // One reply in the making per conversation; also how runners and sweepers find those.
            builder.HasIndex(m => m.ConversationId, "one_active_reply").IsUnique().HasFilter("\"Status\" in ('waiting', 'streaming')");
            builder.HasIndex(m => m.LeaseUntil).HasFilter("\"Status\" in ('waiting', 'streaming')");
            // What the limits of sending count: the newest of one person, and those of all students in the last hour.
            builder.HasIndex(m => new { m.SenderId, m.SenderNumber }).IsUnique().HasFilter("\"SenderId\" is not null");
            builder.HasIndex(m => m.SentAt, "sent_by_students").HasFilter("\"SenderId\" is not null and not \"InTest\"");
            builder.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
