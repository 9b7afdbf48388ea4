using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What a reviewer noted on a line; the student reads it with the release.</summary>
public sealed class LineComment
{
    public const int TextMax = 2_000;

    private LineComment() { }

    internal LineComment(Guid assessmentId, int line, string text, Guid authorId, string authorName, DateTimeOffset now) =>
        (AssessmentId, Line, Text, AuthorId, AuthorName, At) = (assessmentId, line, text, authorId, authorName, now);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid AssessmentId { get; private set; }

    /// <summary>Number of the line, as everywhere.</summary>
    public int Line { get; private set; }

    public string Text { get; private set; } = "";

    public Guid AuthorId { get; private set; }

    /// <summary>As it was then.</summary>
    public string AuthorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>A comment a reviewer keeps to use again; nobody else sees it.</summary>
public sealed class BankedComment
{
    public const int MostOfOne = 100;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid OwnerId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BankedComment>
    {
        public void Configure(EntityTypeBuilder<BankedComment> builder)
        {
            builder.ToTable("comment_bank");
            builder.Property(b => b.Text).HasMaxLength(LineComment.TextMax);
            builder.HasIndex(b => new { b.OwnerId, b.CreatedAt });
            builder.HasOne<AppUser>().WithMany().HasForeignKey(b => b.OwnerId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
