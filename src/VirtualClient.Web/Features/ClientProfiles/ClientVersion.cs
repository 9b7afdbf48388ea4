using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>How a version came to be.</summary>
public enum VersionKind
{
    Created,
    Copied,
    Imported,
    Changed,
    Restored,
}

/// <summary>A client's text as it was saved: who, when, what changed. Append-only.</summary>
public sealed class ClientVersion
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid ClientProfileId { get; init; }

    /// <summary>The client's version that this text is of.</summary>
    public required int Number { get; init; }

    public required VersionKind Kind { get; init; }

    public required Persona Persona { get; init; }

    public required Guid SavedBy { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>A JSON list of what changed, in words.</summary>
    public required string Changes { get; init; }

    public static ClientVersion Of(ClientProfile profile, VersionKind kind, Persona? before, Guid by, DateTimeOffset now) =>
        new()
        {
            ClientProfileId = profile.Id,
            Number = profile.Version,
            Kind = kind,
            Persona = profile.Persona,
            SavedBy = by,
            SavedAt = now,
            Changes = JsonSerializer.Serialize(before is null ? [] : PersonaChanges.Between(before, profile.Persona)),
        };

    internal sealed class Mapping : IEntityTypeConfiguration<ClientVersion>
    {
        public void Configure(EntityTypeBuilder<ClientVersion> builder)
        {
            builder.ToTable("client_versions");
            builder.Property(v => v.Kind).AsWord();
            builder.Property(v => v.Persona).AsJson();
            builder.HasIndex(v => new { v.ClientProfileId, v.Number }).IsUnique();
            builder.HasOne<ClientProfile>().WithMany().HasForeignKey(v => v.ClientProfileId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<AppUser>().WithMany().HasForeignKey(v => v.SavedBy).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
