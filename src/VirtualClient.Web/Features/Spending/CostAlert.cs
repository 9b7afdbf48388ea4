using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>That somebody was told of a mark a budget has passed: once for each mark and period, on however many servers.</summary>
public sealed class CostAlert
{
    public required BudgetScope Scope { get; init; }

    public required Guid ScopeId { get; init; }

    public required string Period { get; init; }

    /// <summary>50, 80 or 100 percent; for a conversation 1 is the warning and 2 the critical mark.</summary>
    public required int Mark { get; init; }

    public required DateTimeOffset At { get; init; }

    public required long SpentNanoUsd { get; init; }

    /// <summary>The mark in money.</summary>
    public required long MarkNanoUsd { get; init; }

    /// <summary>Whose call passed it; plain ids as in the ledger.</summary>
    public Guid? StudentId { get; init; }

    public Guid? SectionId { get; init; }

    /// <summary>The teacher to tell; null when it is nobody's in particular.</summary>
    public Guid? TeacherId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CostAlert>
    {
        public void Configure(EntityTypeBuilder<CostAlert> builder)
        {
            builder.ToTable("cost_alerts");
            builder.HasKey(a => new
            {
                a.Scope,
                a.ScopeId,
                a.Period,
                a.Mark,
            });
            builder.Property(a => a.Scope).AsWord();
            builder.HasIndex(a => new { a.TeacherId, a.At });
            builder.Property(a => a.Period).HasMaxLength(BudgetPeriod.PeriodMax);
        }
    }
}
