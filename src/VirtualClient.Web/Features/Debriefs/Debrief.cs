using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>
/// What the person who held a conversation has said about it afterwards: the view before the figures, the reflection after them, and the
/// turns coded by hand. The figures themselves are computed when they are read and stored nowhere.
/// </summary>
public sealed class Debrief
{
    public const int TextMax = 4_000;

    private Debrief() { }

    public Guid ConversationId { get; private set; }

    /// <summary>When the view was given or skipped; from then on the figures are shown.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>The view before the figures as JSON; null: skipped.</summary>
    public string? View { get; private set; }

    public string Felt { get; private set; } = "";

    public string Assumed { get; private set; } = "";

    public string Next { get; private set; } = "";

    /// <summary>Counts changes of the reflection.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The labels stay hidden until five turns are coded by hand.</summary>
    public bool CodeFirst { get; private set; }

    public static Debrief Of(Guid conversationId) => new() { ConversationId = conversationId };

    /// <summary>The view is given once: what was thought before the figures cannot be thought again.</summary>
    public void Open(OwnView? view, bool codeFirst, DateTimeOffset now)
    {
        if (OpenedAt is null)
        {
            OpenedAt = now;
            View = view?.ToJson();
            CodeFirst = codeFirst;
        }
    }

    public void Reflect(string felt, string assumed, string next)
    {
        (Felt, Assumed, Next) = (felt, assumed, next);
        Version++;
    }

    /// <summary>Labels by hand first, or at once; can be changed at any time.</summary>
    public void HideLabels(bool hide) => CodeFirst = hide;

    internal sealed class Mapping : IEntityTypeConfiguration<Debrief>
    {
        public void Configure(EntityTypeBuilder<Debrief> builder)
        {
            builder.ToTable("debriefs");
            builder.HasKey(d => d.ConversationId);
            builder.Property(d => d.Version).IsConcurrencyToken();
            builder.Property(d => d.Felt).HasMaxLength(TextMax);
            builder.Property(d => d.Assumed).HasMaxLength(TextMax);
            builder.Property(d => d.Next).HasMaxLength(TextMax);
            builder.HasOne<Conversation>().WithOne().HasForeignKey<Debrief>(d => d.ConversationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
