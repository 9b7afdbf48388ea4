using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Rubrics;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>A client to meet in an assignment and the rubric to judge it by. One row per client, kept when it is removed.</summary>
public sealed class AssignmentClient
{
    private AssignmentClient() { }

    internal AssignmentClient(Guid assignmentId, Guid clientId, Guid? rubricId, int position)
    {
        (AssignmentId, ClientProfileId, RubricId, Position) = (assignmentId, clientId, rubricId, position);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid AssignmentId { get; private set; }

    public Guid ClientProfileId { get; private set; }

    public Guid? RubricId { get; private set; }

    public int Position { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public bool IsActive => RemovedAt is null;

    internal void Restore(Guid? rubricId, int position) => (RubricId, Position, RemovedAt) = (rubricId, position, null);

    internal void Use(Guid? rubricId) => RubricId = rubricId;

    internal void MoveTo(int position) => Position = position;

    internal void Remove(DateTimeOffset now) => RemovedAt = now;

    internal sealed class Mapping : IEntityTypeConfiguration<AssignmentClient>
    {
        public void Configure(EntityTypeBuilder<AssignmentClient> builder)
        {
            builder.ToTable("assignment_clients");
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.HasIndex(p => new { p.AssignmentId, p.ClientProfileId }).IsUnique();
            builder.HasOne<ClientProfile>().WithMany().HasForeignKey(p => p.ClientProfileId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Rubric>().WithMany().HasForeignKey(p => p.RubricId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>More time or more attempts for one student, with the reason.</summary>
public sealed class AssignmentExtension
{
    public const int ReasonMax = 500;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid AssignmentId { get; init; }

    public required Guid StudentId { get; init; }

    /// <summary>Beats the due date of everybody; null: that one holds.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int ExtraAttempts { get; set; }

    public string Reason { get; set; } = "";

    public DateTimeOffset GrantedAt { get; set; }

    public int Version { get; set; } = 1;

    internal sealed class Mapping : IEntityTypeConfiguration<AssignmentExtension>
    {
        public void Configure(EntityTypeBuilder<AssignmentExtension> builder)
        {
            builder.ToTable("assignment_extensions");
            builder.Property(e => e.Reason).HasMaxLength(ReasonMax);
            builder.Property(e => e.Version).IsConcurrencyToken();
            builder.HasIndex(e => new { e.AssignmentId, e.StudentId }).IsUnique();
            builder.HasOne<Assignment>().WithMany().HasForeignKey(e => e.AssignmentId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.StudentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
