using System.Globalization;

namespace VirtualClient.Simulation.Assessment;

/// <summary>One thing that is wrong with a rubric.</summary>
/// <param name="Field">Path of the field in JSON names ("criteria[2].levels[0].points").</param>
/// <param name="Code">Stable snake_case code of the rule.</param>
/// <param name="Sentence">What is wrong and what would be right, for whoever writes the rubric.</param>
public sealed record RubricFault(string Field, string Code, string Sentence);

/// <summary>What must be true of a rubric before it is stored. Pure and thread-safe.</summary>
public static class RubricRules
{
    /// <summary>How far the sum of weights may be from 1.</summary>
    public const decimal WeightTolerance = 0.001m;

    public const int LongestName = 200;
    public const int LongestText = 2_000;
    public const int MostCriteria = 20;
    public const int MostPoints = 12;
    public const int MostLevels = 7;
    private const int FewestLevels = 2;
    private const int LongestPoint = 500;
    private const decimal HighestPoints = 100;

    /// <summary>All faults, in the order of the fields; empty when the rubric is whole.</summary>
    public static IReadOnlyList<RubricFault> Check(RubricDefinition rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        var faults = new List<RubricFault>();
        Length(faults, "name", rubric.Name, 1, LongestName);
        Length(faults, "description", rubric.Description, 0, LongestText);
        if (rubric.Criteria.Count == 0)
        {
            faults.Add(new("criteria", "no_criterion", "A rubric has at least one criterion."));
            return faults;
        }

        When(faults, rubric.Criteria.Count > MostCriteria, "criteria", "too_many", $"A rubric has at most {MostCriteria} criteria.");
        Unique(faults, "criteria", "name", [.. rubric.Criteria.Select(c => c.Name)], "Two criteria have this name. Give each its own.");
        Unique(faults, "criteria", "key", [.. rubric.Criteria.Select(c => c.Key)], "Two criteria have this key. Give each its own.");
        for (var i = 0; i < rubric.Criteria.Count; i++)
        {
            CheckCriterion(faults, $"criteria[{i}]", rubric.Criteria[i]);
        }

        if (WeightFault(rubric.Criteria.Select(c => c.Weight).ToList()) is { } sum)
        {
            faults.Add(new("criteria", "weight_sum", sum));
        }

        return faults;
    }

    /// <summary>The sentence about the sum of weights, with the true sum; null when it is 1 within the tolerance.</summary>
    public static string? WeightFault(IReadOnlyList<decimal> weights)
    {
        var sum = Sum(weights);
        return Math.Abs(sum - 1) <= WeightTolerance ? null : $"The weights add up to {Say(sum)}; they must add up to 1.0.";
    }

    /// <summary>Weights are at most 1 each where they count; what is far beyond is cut, so that any numbers can be added.</summary>
    internal static decimal Sum(IReadOnlyList<decimal> weights) => weights.Sum(w => Math.Clamp(w, -1_000_000, 1_000_000));

    internal static string Say(decimal number) => number.ToString("0.0#########", CultureInfo.InvariantCulture);

    private static void CheckCriterion(List<RubricFault> faults, string path, RubricCriterion criterion)
    {
        Length(faults, $"{path}.name", criterion.Name, 1, LongestName);
        Length(faults, $"{path}.description", criterion.Description, 1, LongestText);
        Key(faults, $"{path}.key", criterion.Key);
        When(faults, criterion.Weight is <= 0 or > 1, $"{path}.weight", "weight_range", "A weight is over 0 and at most 1, such as 0.25.");
        When(faults, criterion.EvaluationPoints.Count == 0, $"{path}.evaluationPoints", "no_point", "Name at least one thing to look for.");
        When(
            faults,
            criterion.EvaluationPoints.Count > MostPoints,
            $"{path}.evaluationPoints",
            "too_many",
            $"Name at most {MostPoints} things to look for."
        );
        for (var i = 0; i < criterion.EvaluationPoints.Count; i++)
        {
            Length(faults, $"{path}.evaluationPoints[{i}]", criterion.EvaluationPoints[i], 1, LongestPoint);
        }

        When(
            faults,
            criterion.Competency is { } number && Competencies.NameOf(number) is null,
            $"{path}.competency",
            "unknown_competency",
            $"A competency is a number from 1 to {Competencies.Count}."
        );
        if (IndicatorRules.FaultOf(criterion) is { } sentence)
        {
            faults.Add(new($"{path}.indicator", "not_countable", sentence));
        }

        CheckLevels(faults, $"{path}.levels", criterion.Levels);
    }

    private static void CheckLevels(List<RubricFault> faults, string path, IReadOnlyList<RubricLevel> levels)
    {
        When(
            faults,
            levels.Count is < FewestLevels or > MostLevels,
            path,
            "level_count",
            $"A criterion has {FewestLevels} to {MostLevels} levels; there are {levels.Count}."
        );
        Unique(faults, path, "name", [.. levels.Select(l => l.Name)], "Two levels have this name. Give each its own.");
        Unique(faults, path, "key", [.. levels.Select(l => l.Key)], "Two levels have this key. Give each its own.");
        for (var i = 0; i < levels.Count; i++)
        {
            Length(faults, $"{path}[{i}].name", levels[i].Name, 1, 60);
            Length(faults, $"{path}[{i}].descriptor", levels[i].Descriptor, 0, LongestText);
            Key(faults, $"{path}[{i}].key", levels[i].Key);
            When(
                faults,
                levels[i].Points is < 0 or > HighestPoints,
                $"{path}[{i}].points",
                "points_range",
                $"Points are from 0 to {HighestPoints}."
            );
            When(
                faults,
                i > 0 && levels[i].Points >= levels[i - 1].Points,
                $"{path}[{i}].points",
                "level_order",
                "Levels go from the most points to the fewest, each with fewer than the one before it."
            );
        }
    }

    private static void Key(List<RubricFault> faults, string field, string key) =>
        When(
            faults,
            key.Length is 0 or > RubricKeys.Longest || !key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'),
            field,
            "bad_key",
            $"A key has up to {RubricKeys.Longest} lower-case letters, digits and underscores. Leave it out to have it made from the name."
        );

    private static void Unique(List<RubricFault> faults, string path, string field, IReadOnlyList<string> values, string sentence)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < values.Count; i++)
        {
            When(faults, values[i].Trim().Length > 0 && !seen.Add(values[i].Trim()), $"{path}[{i}].{field}", "duplicate", sentence);
        }
    }

    private static void Length(List<RubricFault> faults, string field, string text, int fewest, int most)
    {
        var length = text.Trim().Length;
        When(faults, length < fewest, field, "empty", "Fill this in.");
        When(
            faults,
            length > most,
            field,
            "too_long",
            string.Create(CultureInfo.InvariantCulture, $"This has {length:N0} characters; the most is {most:N0}.")
        );
    }

    private static void When(List<RubricFault> faults, bool broken, string field, string code, string sentence)
    {
        if (broken)
        {
            faults.Add(new(field, code, sentence));
        }
    }
}
