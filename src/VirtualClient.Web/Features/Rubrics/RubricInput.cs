using System.ComponentModel.DataAnnotations;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

public sealed class LevelInput
{
    /// <summary>Made from the name when it is left out.</summary>
    public string? Key { get; set; }

    public string? Name { get; set; }

    public decimal? Points { get; set; }

    public string? Descriptor { get; set; }
}

public sealed class CriterionInput
{
    /// <summary>Made from the name when it is left out.</summary>
    public string? Key { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public decimal? Weight { get; set; }

    public IReadOnlyList<string?>? EvaluationPoints { get; set; }

    /// <summary>Left out: excellent 4, good 3, satisfactory 2, needs improvement 1.</summary>
    public IReadOnlyList<LevelInput?>? Levels { get; set; }

    /// <summary>Number of an EPAS competency, 1 to 9.</summary>
    public int? Competency { get; set; }

    public bool? PersonOnly { get; set; }

    public Indicator? Indicator { get; set; }

    internal RubricCriterion ToCriterion(string key) =>
        new()
        {
            Key = key,
            Name = TypedText.Clean(Name),
            Description = TypedText.Clean(Description),
            Weight = Weight ?? 0,
            EvaluationPoints = [.. (EvaluationPoints ?? []).Select(TypedText.Clean)],
            Levels = ToLevels(),
            Competency = Competency,
            PersonOnly = PersonOnly ?? false,
            Indicator = Indicator,
        };

    private IReadOnlyList<RubricLevel> ToLevels()
    {
        if (Levels is null)
        {
            return RubricKeys.DefaultLevels;
        }

        var keys = RubricKeys.Fill([.. Levels.Select(l => (l?.Key, TypedText.Clean(l?.Name)))]);
        return
        [
            .. Levels.Select(
                (level, i) =>
                    new RubricLevel
                    {
                        Key = keys[i],
                        Name = TypedText.Clean(level?.Name),
                        // Without points a level is out of range, which says so.
                        Points = level?.Points ?? -1,
                        Descriptor = TypedText.Clean(level?.Descriptor),
                    }
            ),
        ];
    }

    internal static IReadOnlyList<RubricCriterion> ToCriteria(IReadOnlyList<CriterionInput?> criteria)
    {
        var keys = RubricKeys.Fill([.. criteria.Select(c => (c?.Key, TypedText.Clean(c?.Name)))]);
        return [.. criteria.Select((criterion, i) => (criterion ?? new CriterionInput()).ToCriterion(keys[i]))];
    }
}

/// <summary>A rubric as it is written: form, API and imported file alike.</summary>
public sealed class RubricInput : IValidatableObject
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public IReadOnlyList<CriterionInput?>? Criteria { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => RubricFaults.Of(ToDefinition());

    internal void Deconstruct(out string? name, out string? description, out IReadOnlyList<CriterionInput?>? criteria) =>
        (name, description, criteria) = (Name, Description, Criteria);

    internal RubricDefinition ToDefinition() =>
        new()
        {
            Name = TypedText.Clean(Name),
            Description = TypedText.Clean(Description),
            Criteria = CriterionInput.ToCriteria(Criteria ?? []),
        };
}

internal static class RubricFaults
{
    public static IEnumerable<ValidationResult> Of(RubricDefinition rubric) =>
        RubricRules.Check(rubric).Select(fault => new ValidationResult(fault.Sentence, [fault.Field]));
}
