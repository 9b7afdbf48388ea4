using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>
/// What is in the editor and not yet a version: the fields as they were typed, right or wrong, so that no word is lost. At most one for
/// each client; gone when it was saved as a version.
/// </summary>
public sealed class ClientDraft
{
    /// <summary>All texts of the largest client fit twice.</summary>
    public const int FieldsMax = 400_000;

    public required Guid ClientProfileId { get; init; }

    /// <summary>A JSON object of field names to the values typed.</summary>
    public required string Fields { get; set; }

    /// <summary>The client's version that was in the editor when this was begun.</summary>
    public required int BasedOn { get; set; }

    /// <summary>Goes up with each saving; two tabs cannot overwrite each other unseen.</summary>
    public required int Revision { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ClientDraft>
    {
        public void Configure(EntityTypeBuilder<ClientDraft> builder)
        {
            builder.ToTable("client_drafts");
            builder.HasKey(d => d.ClientProfileId);
            builder.Property(d => d.Revision).IsConcurrencyToken();
            builder.HasOne<ClientProfile>().WithOne().HasForeignKey<ClientDraft>(d => d.ClientProfileId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
