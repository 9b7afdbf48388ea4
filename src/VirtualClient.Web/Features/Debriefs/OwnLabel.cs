using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>
/// How the person who held the conversation sees one of their turns: a label seen differently, or a turn coded by hand. Kept beside what
/// the rules said; it never changes a path that was walked.
/// </summary>
public sealed class OwnLabel
{
    public const int ReasonMax = 500;

    /// <summary>Stands for "no label of ours": a turn coded by hand, or one in which something was missed.</summary>
    public const string NoLabel = "none";

    private OwnLabel() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConversationId { get; private set; }

    /// <summary>The student's message.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>Code of the label that is seen differently, or <see cref="NoLabel"/>.</summary>
    public string Label { get; private set; } = NoLabel;

    /// <summary>Code of the label put in its place, or <see cref="NoLabel"/>.</summary>
    public string Instead { get; private set; } = NoLabel;

    public string Reason { get; private set; } = "";

    /// <summary>Coded before the rules' labels were shown.</summary>
    public bool ByHandFirst { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static OwnLabel On(Guid conversationId, Guid messageId, string label, bool byHandFirst) =>
        new()
        {
            ConversationId = conversationId,
            MessageId = messageId,
            Label = label,
            ByHandFirst = byHandFirst,
        };

    public void Say(string instead, string reason, DateTimeOffset now) => (Instead, Reason, At) = (instead, reason, now);

    internal sealed class Mapping : IEntityTypeConfiguration<OwnLabel>
    {
        public void Configure(EntityTypeBuilder<OwnLabel> builder)
        {
            builder.ToTable("own_labels");
            builder.Property(l => l.Label).HasMaxLength(40);
            builder.Property(l => l.Instead).HasMaxLength(40);
            builder.Property(l => l.Reason).HasMaxLength(ReasonMax);
            // Saying it again about the same label changes what was said.
            builder
                .HasIndex(l => new
                {
                    l.ConversationId,
                    l.MessageId,
                    l.Label,
                })
                .IsUnique();
            builder.HasOne<Conversation>().WithMany().HasForeignKey(l => l.ConversationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
