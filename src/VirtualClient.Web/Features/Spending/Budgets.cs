using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Spending;

/// <summary>What may be spent, as the admin set it; one row. Without it the defaults hold.</summary>
public sealed class Budgets
{
    public const int OnlyId = 1;

    /// <summary>Nano-dollars of a dollar.</summary>
    public const long Usd = 1_000_000_000;

    public int Id { get; private set; } = OnlyId;

    public int Version { get; private set; } = 1;

    /// <summary>A conversation that cost this much is worth a look. Source: the original system.</summary>
    public long ConversationWarningNanoUsd { get; private set; } = Usd / 10;

    /// <summary>A conversation that cost this much is out of proportion. Source: the original system.</summary>
    public long ConversationCriticalNanoUsd { get; private set; } = Usd / 2;

    /// <summary>All calls of a day; at this nothing more is called. Source: the original system.</summary>
    public long DayNanoUsd { get; private set; } = 10 * Usd;

    /// <summary>Each section in a month; null: no limit.</summary>
    public long? SectionMonthNanoUsd { get; private set; }

    /// <summary>Each student in a month; null: no limit.</summary>
    public long? StudentMonthNanoUsd { get; private set; }

    /// <summary>Sections and students with a limit of their own.</summary>
    public IReadOnlyList<BudgetException> Exceptions { get; private set; } = [];

    public DateTimeOffset? ChangedAt { get; private set; }

    public Guid? ChangedBy { get; private set; }

    internal void Set(SetBudgetsInput input, Guid by, DateTimeOffset now)
    {
        ConversationWarningNanoUsd = Money.Nano(input.ConversationWarningUsd!.Value);
        ConversationCriticalNanoUsd = Money.Nano(input.ConversationCriticalUsd!.Value);
        DayNanoUsd = Money.Nano(input.DayUsd!.Value);
        SectionMonthNanoUsd = Money.Nano(input.SectionMonthUsd);
        StudentMonthNanoUsd = Money.Nano(input.StudentMonthUsd);
        Exceptions = input.ToExceptions();
        Version++;
        ChangedAt = now;
        ChangedBy = by;
    }

    /// <summary>For the audit log, in dollars.</summary>
    internal string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"conversation {Money.Usd(ConversationWarningNanoUsd)} and {Money.Usd(ConversationCriticalNanoUsd)}; day {Money.Usd(DayNanoUsd)}; section month {Money.Usd(SectionMonthNanoUsd)}; student month {Money.Usd(StudentMonthNanoUsd)}; {Exceptions.Count} exceptions"
        );

    /// <summary>What may be spent at most in a period, or null where there is no limit.</summary>
    public long? LimitOf(BudgetScope scope, Guid id) =>
        scope switch
        {
            BudgetScope.Day => DayNanoUsd,
            BudgetScope.SectionMonth => Of(scope, id) ?? SectionMonthNanoUsd,
            BudgetScope.StudentMonth => Of(scope, id) ?? StudentMonthNanoUsd,
            _ => null,
        };

    private long? Of(BudgetScope scope, Guid id) => Exceptions.FirstOrDefault(e => e.Scope == scope && e.Id == id)?.LimitNanoUsd;

    internal sealed class Mapping : IEntityTypeConfiguration<Budgets>
    {
        public void Configure(EntityTypeBuilder<Budgets> builder)
        {
            builder.ToTable("budgets");
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.Property(b => b.Version).IsConcurrencyToken();
            builder.Property(b => b.Exceptions).AsJson();
        }
    }
}

/// <summary>A section or student whose monthly limit differs from the others'.</summary>
public sealed record BudgetException(BudgetScope Scope, Guid Id, long LimitNanoUsd);
