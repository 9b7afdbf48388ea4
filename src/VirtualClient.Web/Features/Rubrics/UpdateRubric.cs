using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>A partial update; criteria, when named, are all there are from now on.</summary>
public sealed class UpdateRubricInput : PartialInput
{
    public string? Name
    {
        get;
        set => field = Named(value);
    }

    public string? Description
    {
        get;
        set => field = Named(value);
    }

    public IReadOnlyList<CriterionInput?>? Criteria
    {
        get;
        set => field = Named(value);
    }

    /// <summary>The rubric with what is named in it changed.</summary>
    internal RubricDefinition Over(RubricDefinition stored) =>
        stored with
        {
            Name = Names(nameof(Name)) ? TypedText.Clean(Name) : stored.Name,
            Description = Names(nameof(Description)) ? TypedText.Clean(Description) : stored.Description,
            Criteria = Criteria is null ? stored.Criteria : CriterionInput.ToCriteria(Criteria),
        };

    protected override IReadOnlyList<string> Required => [nameof(Name), nameof(Criteria)];

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [
            .. base.Validate(validationContext),
            // A rule about one field never looks at another, so what is not named may be anything that is whole.
            .. RubricFaults.Of(Over(Whole)).Where(fault => Name is not null || fault.MemberNames.First() != "name"),
        ];

    private static readonly RubricDefinition Whole = BuiltInRubrics.All[0].Rubric;
}

/// <summary>Changes a teacher's own rubric. What uses it has its copy and stays as it is.</summary>
internal sealed class UpdateRubric(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public async Task<RubricView> HandleAsync(CurrentUser user, Guid id, UpdateRubricInput input, CancellationToken cancellationToken)
    {
        var rubric = await db.Set<Rubric>().OwnedBy(user).OneAsync(id, cancellationToken);
        if (rubric.Version != input.Version)
        {
            throw Stale(rubric);
        }

        rubric.Change(input.Over(rubric.Definition), clock.GetUtcNow());
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            throw Stale(await db.Set<Rubric>().OwnedBy(user).OneAsync(id, cancellationToken));
        }

        return RubricView.Of(rubric);
    }

    private static DomainException Stale(Rubric now) =>
        new("stale", "This rubric was changed in the meantime. Look at the newer one, then save yours again.")
        {
            Details = new Dictionary<string, object?> { ["version"] = now.Version, ["rubric"] = RubricView.Of(now) },
        };
}
