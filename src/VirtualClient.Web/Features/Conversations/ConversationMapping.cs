using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>How conversations lie in the database, and what it holds them to: one active per person and client, numbered attempts.</summary>
internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        // What was read as active must still be so when something is added to it.
        builder.Property(c => c.Status).AsWord().IsConcurrencyToken();
        builder.Property(c => c.EndReason).AsWord();
        builder.Property(c => c.Persona).AsJson();
        builder.Property(c => c.ClientName).HasMaxLength(100);
        builder.Property(c => c.Route).HasMaxLength(60);
        builder.Property(c => c.LastSequence).IsConcurrencyToken();
        builder.HasIndex(c => new
        {
            c.OwnerId,
            c.StartedAt,
            c.Id,
        });
        // With what a page of those under way is ordered by, so that it is found without reading rows.
        builder.HasIndex(c => new
        {
            c.Status,
            c.LastActivityAt,
            c.StartedAt,
            c.Id,
        });
        builder.HasIndex(c => c.LastActivityAt);
        // One active conversation per person and client: starting again resumes.
        builder
            .HasIndex(c => new
            {
                c.OwnerId,
                c.ClientProfileId,
                c.IsTest,
            })
            .IsUnique()
            .HasFilter("\"Status\" = 'active' AND \"PairId\" IS NULL");
        builder.HasIndex(c => c.BranchOf);
        // The same for an attempt, and no two attempts bear one number: two clicks are one attempt.
        builder.HasIndex(c => new { c.OwnerId, c.PairId }).IsUnique().HasFilter("\"Status\" = 'active' AND \"PairId\" IS NOT NULL");
        builder
            .HasIndex(c => new
            {
                c.PairId,
                c.OwnerId,
                c.AttemptNumber,
            })
            .IsUnique()
            .HasFilter("\"PairId\" IS NOT NULL");
        builder.HasIndex(c => c.AssignmentId);
        builder.Property(c => c.Rubric!).AsJson();
        builder.Property(c => c.Rules!).AsJson();
        builder.HasIndex(c => c.SectionId);
        builder.HasIndex(c => c.SharedWith).HasFilter("\"SharedWith\" IS NOT NULL");
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ClientProfile>().WithMany().HasForeignKey(c => c.ClientProfileId).OnDelete(DeleteBehavior.Restrict);
    }
}
