using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>How assessments lie in the database: one for each attempt, found by section, by assignment, and by who waits for a draft.</summary>
internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessments");
        builder.Ignore(a => a.InOrder);
        builder.Ignore(a => a.TellsSomething);
        builder.Property(a => a.State).AsWord();
        builder.Property(a => a.Source).AsWord();
        builder.Property(a => a.Fault).HasMaxLength(Assessment.FaultMax);
        builder.Property(a => a.Overall).HasMaxLength(Assessment.TextMax);
        builder.Property(a => a.Next).HasMaxLength(Assessment.TextMax);
        OwnJson.Keep(builder.Property(a => a.Notes));
        OwnJson.Keep(builder.Property(a => a.Labels));
        OwnJson.Keep(builder.Property(a => a.Released!));
        OwnJson.Keep(builder.Property(a => a.TakenBack!));
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.ConversationId).IsUnique();
        builder.HasIndex(a => a.AssignmentId);
        builder.HasIndex(a => a.SectionId);
        builder.HasIndex(a => a.NextTryAt, "drafts_waiting").HasFilter("\"State\" = 'waiting'");
        builder.HasOne<Conversation>().WithOne().HasForeignKey<Assessment>(a => a.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(a => a.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Criteria).WithOne().HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Comments).WithOne().HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssessedCriterionMapping : IEntityTypeConfiguration<AssessedCriterion>
{
    public void Configure(EntityTypeBuilder<AssessedCriterion> builder)
    {
        builder.ToTable("assessed_criteria");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Key).HasMaxLength(80);
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.Property(c => c.LevelName).HasMaxLength(200);
        builder.Property(c => c.DraftState).AsWord();
        builder.Property(c => c.Confidence).AsWord();
        builder.Property(c => c.DraftLevelKey).HasMaxLength(80);
        builder.Property(c => c.LevelKey).HasMaxLength(80);
        builder.Property(c => c.DraftReason).HasMaxLength(AssessedCriterion.ReasonMax);
        builder.Property(c => c.Reason).HasMaxLength(AssessedCriterion.ReasonMax);
        OwnJson.Keep(builder.Property(c => c.Evidence));
        builder.Ignore(c => c.IsDecided);
        builder.Ignore(c => c.NoOpportunity);
        builder.Ignore(c => c.SaysSomething);
        builder.HasIndex(c => new { c.AssessmentId, c.Key }).IsUnique();
    }
}

internal sealed class LineCommentMapping : IEntityTypeConfiguration<LineComment>
{
    public void Configure(EntityTypeBuilder<LineComment> builder)
    {
        builder.ToTable("assessment_comments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Text).HasMaxLength(LineComment.TextMax);
        builder.Property(c => c.AuthorName).HasMaxLength(AppUser.NameMax);
        builder.HasIndex(c => c.AssessmentId);
    }
}

/// <summary>Values that differ from row to row, stored as JSON and kept nowhere else.</summary>
internal static class OwnJson
{
    public static void Keep<T>(PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, SimulationJson.Options),
            text => JsonSerializer.Deserialize<T>(text, SimulationJson.Options)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value)
        );
}
