using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Conversations.Testing;

public enum CritiqueKind
{
    /// <summary>More of this.</summary>
    Kudos,

    /// <summary>This person would not say that.</summary>
    Critique,

    /// <summary>Better words for it.</summary>
    Wording,
}

/// <summary>What a teacher noted on a client's reply in a test, and the principle that was proposed for it.</summary>
public sealed class Critique
{
    public const int WordsMax = 1_000;

    private Critique() { }

    public Guid Id { get; private set; }

    public Guid ConversationId { get; private set; }

    public Guid ReplyId { get; private set; }

    public Guid AuthorId { get; private set; }

    public CritiqueKind Kind { get; private set; }

    public string Words { get; private set; } = "";

    public string Better { get; private set; } = "";

    public string Proposal { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static Critique Of(
        Message reply,
        Guid authorId,
        CritiqueKind kind,
        string words,
        string better,
        string proposal,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = reply.ConversationId,
            ReplyId = reply.Id,
            AuthorId = authorId,
            Kind = kind,
            Words = words,
            Better = better,
            Proposal = proposal,
            At = now,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<Critique>
    {
        public void Configure(EntityTypeBuilder<Critique> builder)
        {
            builder.ToTable("critiques");
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Kind).AsWord();
            builder.Property(c => c.Words).HasMaxLength(WordsMax);
            builder.Property(c => c.Better).HasMaxLength(WordsMax);
            builder.Property(c => c.Proposal).HasMaxLength(Principle.TextMax);
            builder.HasIndex(c => new { c.ConversationId, c.At });
            builder.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
