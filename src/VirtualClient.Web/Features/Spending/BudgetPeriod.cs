using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>What a budget counts.</summary>
public enum BudgetScope
{
    /// <summary>Everything this installation spends in a day of its time zone.</summary>
    Day,

    /// <summary>A section in a month.</summary>
    SectionMonth,

    /// <summary>A student in a month.</summary>
    StudentMonth,

    /// <summary>A conversation as long as it lasts; it warns and does not stop.</summary>
    Conversation,
}

/// <summary>What was spent and what is held back in one period of one budget. Changed only by single conditional statements.</summary>
public sealed class BudgetPeriod
{
    public const int PeriodMax = 10;

    public BudgetScope Scope { get; private set; }

    /// <summary>The section, student or conversation; empty for the whole installation.</summary>
    public Guid ScopeId { get; private set; }

    /// <summary>2026-11-23 for a day, 2026-11 for a month, empty for a conversation.</summary>
    public string Period { get; private set; } = "";

    public long SpentNanoUsd { get; private set; }

    /// <summary>Worst cases of the calls under way.</summary>
    public long HeldNanoUsd { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<BudgetPeriod>
    {
        public void Configure(EntityTypeBuilder<BudgetPeriod> builder)
        {
            builder.ToTable("budget_periods");
            builder.HasKey(p => new
            {
                p.Scope,
                p.ScopeId,
                p.Period,
            });
            builder.Property(p => p.Scope).AsWord();
            builder.Property(p => p.Period).HasMaxLength(PeriodMax);
        }
    }
}

/// <summary>Money held back for a call under way, and where; gone when the call is settled.</summary>
public sealed class BudgetHold
{
    /// <summary>The reply's id, or one of its own for calls that belong to no reply.</summary>
    public Guid Id { get; private set; }

    public long AmountNanoUsd { get; private set; }

    public Guid? StudentId { get; private set; }

    public Guid? SectionId { get; private set; }

    public string Day { get; private set; } = "";

    public string Month { get; private set; } = "";

    /// <summary>After this its server must be gone, and the money is given back.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<BudgetHold>
    {
        public void Configure(EntityTypeBuilder<BudgetHold> builder)
        {
            builder.ToTable("budget_holds");
            builder.Property(h => h.Id).ValueGeneratedNever();
            builder.Property(h => h.Day).HasMaxLength(BudgetPeriod.PeriodMax);
            builder.Property(h => h.Month).HasMaxLength(BudgetPeriod.PeriodMax);
            builder.HasIndex(h => h.ExpiresAt);
        }
    }
}
