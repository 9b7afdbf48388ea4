using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Web.Features.Spending;

/// <summary>A price that an admin set, good from a moment on until the next for the same model. Rows are added and never changed.</summary>
public sealed class PriceChange
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Counts the changes of all prices; two admins cannot make the same one.</summary>
    public required int Number { get; init; }

    public required string Model { get; init; }

    /// <summary>From when on calls cost this.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Nano-dollars a million tokens, as all that follow.</summary>
    public required long InputNanoUsd { get; init; }

    public required long OutputNanoUsd { get; init; }

    public required long CacheWriteNanoUsd { get; init; }

    public required long CacheWriteHourNanoUsd { get; init; }

    public required long CacheReadNanoUsd { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required Guid ChangedBy { get; init; }

    /// <summary>As the meter reads it; the date is that of <paramref name="zone"/>.</summary>
    public ModelPrice ToPrice(TimeZoneInfo zone) =>
        new(
            Model,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(EffectiveAt, zone).DateTime),
            Money.Usd(InputNanoUsd),
            Money.Usd(OutputNanoUsd),
            Money.Usd(CacheWriteNanoUsd),
            Money.Usd(CacheWriteHourNanoUsd),
            Money.Usd(CacheReadNanoUsd)
        );

    internal sealed class Mapping : IEntityTypeConfiguration<PriceChange>
    {
        public void Configure(EntityTypeBuilder<PriceChange> builder)
        {
            builder.ToTable("price_changes");
            builder.Property(c => c.Model).HasMaxLength(UsageRecord.NameMax);
            builder.HasIndex(c => c.Number).IsUnique();
            builder.HasIndex(c => new
            {
                c.Model,
                c.EffectiveAt,
                c.Id,
            });
        }
    }
}
