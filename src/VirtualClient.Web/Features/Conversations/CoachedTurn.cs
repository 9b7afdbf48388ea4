using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Coaching;
using VirtualClient.Simulation.Debriefing;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>A note that was asked for, kept so that a conversation with help can be told from one without.</summary>
public sealed class CoachedTurn
{
    private const int TextMax = 600;

    private CoachedTurn() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConversationId { get; private set; }

    /// <summary>Student turns at the moment of asking; one note a turn.</summary>
    public int AfterTurn { get; private set; }

    public string Goal { get; private set; } = "";

    public PracticeArea Area { get; private set; }

    public string Wording { get; private set; } = "";

    /// <summary>Drafted by AI; otherwise from rules.</summary>
    public bool ByModel { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public static CoachedTurn Of(Guid conversationId, int afterTurn, GivenNote given, DateTimeOffset now) =>
        new()
        {
            ConversationId = conversationId,
            AfterTurn = afterTurn,
            Goal = given.Note.Goal,
            Area = given.Note.Area,
            Wording = given.Note.Wording,
            ByModel = given.ByModel,
            AskedAt = now,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<CoachedTurn>
    {
        public void Configure(EntityTypeBuilder<CoachedTurn> builder)
        {
            builder.ToTable("coached_turns");
            builder.Property(c => c.Goal).HasMaxLength(TextMax);
            builder.Property(c => c.Wording).HasMaxLength(TextMax);
            builder.Property(c => c.Area).HasConversion<string>().HasMaxLength(20);
            builder.HasIndex(c => new { c.ConversationId, c.AfterTurn }).IsUnique();
            builder.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
