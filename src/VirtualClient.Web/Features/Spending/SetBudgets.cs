using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Spending;

public sealed class BudgetExceptionInput
{
    /// <summary>section-month or student-month.</summary>
    public string? Budget { get; set; }

    /// <summary>The section or the student.</summary>
    public Guid? Id { get; set; }

    [Range(0.0, SetBudgetsInput.Most, ErrorMessage = SetBudgetsInput.Sentence)]
    public decimal? LimitUsd { get; set; }
}

/// <summary>All budgets as they are to be; what is left out has no limit, where that is possible.</summary>
public sealed class SetBudgetsInput : IValidatableObject
{
    internal const double Most = 1_000_000;
    internal const string Sentence = "A budget is between $0 and $1,000,000.";

    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    [Required(ErrorMessage = "Say at what cost a conversation is worth a look.")]
    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? ConversationWarningUsd { get; set; }

    [Required(ErrorMessage = "Say at what cost a conversation is out of proportion.")]
    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? ConversationCriticalUsd { get; set; }

    [Required(ErrorMessage = "Say what may be spent in a day.")]
    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? DayUsd { get; set; }

    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? SectionMonthUsd { get; set; }

    [Range(0.0, Most, ErrorMessage = Sentence)]
    public decimal? StudentMonthUsd { get; set; }

    [MaxLength(500, ErrorMessage = "At most 500 sections and students have a limit of their own.")]
    public IReadOnlyList<BudgetExceptionInput> Exceptions
    {
        get;
        set => field = value ?? [];
    } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConversationWarningUsd >= ConversationCriticalUsd)
        {
            yield return new ValidationResult("The warning comes before the critical mark.", [nameof(ConversationWarningUsd)]);
        }

        if (Exceptions.Any(e => e is null || ScopeOf(e) is null || e.Id is null || e.LimitUsd is null || Validation.Check(e).Count > 0))
        {
            yield return new ValidationResult(
                "Each exception has a budget (section-month or student-month), an id and a limitUsd.",
                [nameof(Exceptions)]
            );
        }
        else if (Exceptions.DistinctBy(e => (e.Budget, e.Id)).Count() < Exceptions.Count)
        {
            yield return new ValidationResult("A section or student is named twice.", [nameof(Exceptions)]);
        }
    }

    internal IReadOnlyList<BudgetException> ToExceptions() =>
        [.. Exceptions.Select(e => new BudgetException(ScopeOf(e)!.Value, e.Id!.Value, Money.Nano(e.LimitUsd!.Value)))];

    private static BudgetScope? ScopeOf(BudgetExceptionInput exception) =>
        exception.Budget switch
        {
            "section-month" => BudgetScope.SectionMonth,
            "student-month" => BudgetScope.StudentMonth,
            _ => null,
        };
}

/// <summary>Sets the budgets; they hold for the next call on.</summary>
internal sealed class SetBudgets(AppDbContext db, WriteGate gate, BudgetBook book, AuditLog audit, TimeProvider clock)
{
    public async Task<Budgets> HandleAsync(CurrentUser user, SetBudgetsInput input, CancellationToken cancellationToken)
    {
        var stored = await db.Set<Budgets>().SingleOrDefaultAsync(cancellationToken);
        var budgets = stored ?? db.Add(new Budgets()).Entity;
        if (budgets.Version != input.Version)
        {
            throw Stale(budgets.Version);
        }

        var before = budgets.Describe();
        budgets.Set(input, user.Id, clock.GetUtcNow());
        audit.Add(db, user.Id, "budgets.changed", before: before, after: budgets.Describe());
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            // Another admin was first.
            throw Stale(input.Version.Value + 1);
        }

        book.Forget();
        return budgets;
    }

    private static DomainException Stale(int version) =>
        new("stale", "Somebody changed this in the meantime. Load it again.")
        {
            Details = new Dictionary<string, object?> { ["version"] = version },
        };
}
