using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Sections;

/// <summary>A class of students in a term.</summary>
public sealed class CourseSection
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public string CourseCode { get; init; } = "";

    public string Term { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CourseSection>
    {
        public void Configure(EntityTypeBuilder<CourseSection> builder)
        {
            builder.ToTable("sections");
            builder.Property(s => s.Name).HasMaxLength(200);
            builder.Property(s => s.CourseCode).HasMaxLength(20);
            builder.Property(s => s.Term).HasMaxLength(50);
        }
    }
}

public enum SectionRole
{
    Student,
    Assistant,
    Teacher,
}

/// <summary>A person in a section, with the role they have there. One row per person and section, kept when they are removed.</summary>
public sealed class Enrollment
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid SectionId { get; init; }

    public required Guid UserId { get; init; }

    public required SectionRole Role { get; set; }

    public required DateTimeOffset EnrolledAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Enrollment>
    {
        public void Configure(EntityTypeBuilder<Enrollment> builder)
        {
            builder.ToTable("enrollments");
            builder.Property(e => e.Role).AsWord();
            builder.HasIndex(e => new { e.SectionId, e.UserId }).IsUnique();
            builder.HasIndex(e => e.UserId);
            builder.HasOne<CourseSection>().WithMany().HasForeignKey(e => e.SectionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.UserId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
