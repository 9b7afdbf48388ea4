using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

public enum SectionRole
{
    Student,

    /// <summary>Reads and reviews; cannot release or change the section.</summary>
    Assistant,
    Teacher,
}

/// <summary>How much longer a student's time limits are; no reason is stored.</summary>
public enum ExtraTime
{
    Standard,
    Quarter,
    Half,
    Double,

    /// <summary>No time limit at all.</summary>
    Unlimited,
}

/// <summary>A person in a section, with the role they have there. One row per person and section, kept when they are removed.</summary>
public sealed class Enrollment
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid SectionId { get; init; }

    public required Guid UserId { get; init; }

    public required SectionRole Role { get; set; }

    /// <summary>When they were added, or added again.</summary>
    public required DateTimeOffset EnrolledAt { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }

    public ExtraTime ExtraTime { get; set; }

    /// <summary>Clock and turns are hidden in this student's conversations, whatever the profile says.</summary>
    public bool ClockHidden { get; set; }

    /// <summary>Somebody types what the student dictates; whoever reads the attempt is told.</summary>
    public bool Scribe { get; set; }

    /// <summary>When this student asked the teachers to get in touch; null: not, or a teacher has been.</summary>
    public DateTimeOffset? ContactAskedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsActive => RemovedAt is null;

    public bool IsTeaching => IsActive && Role == SectionRole.Teacher;

    public void Reactivate(SectionRole role, DateTimeOffset now)
    {
        (Role, EnrolledAt, RemovedAt) = (role, now, null);
        Version++;
    }

    public void Remove(DateTimeOffset now)
    {
        (RemovedAt, ContactAskedAt) = (now, null);
        Version++;
    }

    /// <exception cref="DomainException">Somebody else changed it since.</exception>
    public void Change(ChangeEnrollmentInput input)
    {
        if (input.Version != Version)
        {
            throw new DomainException("stale", "Somebody changed this in the meantime. Load it again.")
            {
                Details = new Dictionary<string, object?> { ["version"] = Version },
            };
        }

        Role = input.Names(nameof(input.Role)) ? input.Role!.Value : Role;
        // Only a student waits for a teacher.
        ContactAskedAt = Role == SectionRole.Student ? ContactAskedAt : null;
        ExtraTime = input.Names(nameof(input.ExtraTime)) ? input.ExtraTime!.Value : ExtraTime;
        ClockHidden = input.Names(nameof(input.ClockHidden)) ? input.ClockHidden!.Value : ClockHidden;
        Scribe = input.Names(nameof(input.Scribe)) ? input.Scribe!.Value : Scribe;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Enrollment>
    {
        public void Configure(EntityTypeBuilder<Enrollment> builder)
        {
            builder.ToTable("enrollments");
            builder.Property(e => e.Role).AsWord();
            builder.Property(e => e.ExtraTime).AsWord();
            builder.Property(e => e.Version).IsConcurrencyToken();
            builder.HasIndex(e => new { e.SectionId, e.UserId }).IsUnique();
            builder.HasIndex(e => e.UserId);
            builder.HasOne<CourseSection>().WithMany().HasForeignKey(e => e.SectionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.UserId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
