using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VirtualClient.Web.Features.Spending;

/// <summary>
/// The ledger added up by hour, kept in the same transaction as its lines, so that no chart ever reads them all. An hour begins as the
/// installation's clocks strike, which matters where they are half an hour apart from everybody else's.
/// </summary>
public sealed class UsageHour
{
    public DateTimeOffset Hour { get; private set; }

    public string Purpose { get; private set; } = "";

    public string Model { get; private set; } = "";

    /// <summary>Empty: of no section.</summary>
    public Guid SectionId { get; private set; }

    /// <summary>Empty: of no teacher.</summary>
    public Guid TeacherId { get; private set; }

    public bool IsTest { get; private set; }

    public long Calls { get; private set; }

    /// <summary>Calls that gave no usable text: failed or refused.</summary>
    public long FailedCalls { get; private set; }

    /// <summary>Calls whose figures are ours.</summary>
    public long EstimatedCalls { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public long CacheWriteTokens { get; private set; }

    public long CacheReadTokens { get; private set; }

    public long CostNanoUsd { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<UsageHour>
    {
        public void Configure(EntityTypeBuilder<UsageHour> builder)
        {
            builder.ToTable("usage_hours");
            builder.HasKey(h => new
            {
                h.Hour,
                h.Purpose,
                h.Model,
                h.SectionId,
                h.TeacherId,
                h.IsTest,
            });
            builder.Property(h => h.Purpose).HasMaxLength(20);
            builder.Property(h => h.Model).HasMaxLength(UsageRecord.NameMax);
        }
    }
}
