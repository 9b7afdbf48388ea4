using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VirtualClient.Web.Infrastructure;

/// <summary>What an admin set for everybody while the program runs; one row. Without it nothing is announced, closed or removed.</summary>
public sealed class InstallationChange
{
    public const int OnlyId = 1;
    public const int BannerMax = 300;

    public int Id { get; private set; } = OnlyId;

    public int Version { get; set; }

    /// <summary>Said at the top of every page, such as when the service will be away; null: nothing.</summary>
    public string? Banner { get; set; }

    /// <summary>Nobody makes an account or joins a section by code or invitation.</summary>
    public bool RegistrationClosed { get; set; }

    /// <summary>Days after which the words of an ended conversation are removed; null: never.</summary>
    public int? KeepWordsDays { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    public Guid? ChangedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<InstallationChange>
    {
        public void Configure(EntityTypeBuilder<InstallationChange> builder)
        {
            builder.ToTable("installation");
            builder.Property(i => i.Id).ValueGeneratedNever();
            builder.Property(i => i.Version).IsConcurrencyToken();
            builder.Property(i => i.Banner).HasMaxLength(BannerMax);
        }
    }
}
