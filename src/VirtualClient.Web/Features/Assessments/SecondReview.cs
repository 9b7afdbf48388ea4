using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What a second reviewer gave one criterion.</summary>
/// <param name="LevelKey">Null: no opportunity.</param>
/// <param name="Place">0 for the lowest of <paramref name="LevelCount"/>; null: no opportunity.</param>
public sealed record SecondLevel(string Key, string Name, string? LevelKey, string? LevelName, int? Place, int LevelCount);

/// <summary>
/// Levels that somebody gave without seeing the draft or the first reviewer's decisions: once, whole, and for agreement alone. Students never see
/// them, and no score is made of them.
/// </summary>
public sealed class SecondReview
{
    private SecondReview() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid AssessmentId { get; private set; }

    public Guid ReviewerId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<SecondLevel> Levels { get; private set; } = [];

    public static SecondReview Of(Guid assessmentId, Guid reviewerId, IReadOnlyList<SecondLevel> levels, DateTimeOffset now) =>
        new()
        {
            AssessmentId = assessmentId,
            ReviewerId = reviewerId,
            Levels = levels,
            At = now,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<SecondReview>
    {
        public void Configure(EntityTypeBuilder<SecondReview> builder)
        {
            builder.ToTable("second_reviews");
            OwnJson.Keep(builder.Property(s => s.Levels));
            builder.HasIndex(s => new { s.AssessmentId, s.ReviewerId }).IsUnique();
            builder.HasOne<Assessment>().WithMany().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
