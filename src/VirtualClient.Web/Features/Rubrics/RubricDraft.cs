using System.Globalization;
using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>A level as it stands in the builder: words as they were typed.</summary>
public sealed record DraftLevel(string Key, string Name, string Points);

/// <summary>A criterion as it stands in the builder.</summary>
public sealed record DraftCriterion
{
    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public string Description { get; init; } = "";
    public string Weight { get; init; } = "";

    /// <summary>One to a line.</summary>
    public string Points { get; init; } = "";
    public string Competency { get; init; } = "";
    public bool PersonOnly { get; init; }
    public string Indicator { get; init; } = "";

    /// <summary>Levels of its own; null: those of the rubric.</summary>
    public IReadOnlyList<DraftLevel>? OwnLevels { get; init; }

    /// <summary>One for each level.</summary>
    public IReadOnlyList<string> Descriptors { get; init; } = [];

    public string DescriptorOf(int level) => level < Descriptors.Count ? Descriptors[level] : "";
}

/// <summary>A rubric while somebody builds it: every word as it was typed, also where it is not valid yet.</summary>
public sealed record RubricDraft
{
    public string Name { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>The columns: levels that criteria share.</summary>
    public IReadOnlyList<DraftLevel> Levels { get; init; } = [];
    public IReadOnlyList<DraftCriterion> Criteria { get; init; } = [];

    public static RubricDraft New() =>
        new() { Levels = [.. RubricKeys.DefaultLevels.Select(Of)], Criteria = [new DraftCriterion { Weight = "1.0" }] };

    public static RubricDraft Of(RubricDefinition rubric)
    {
        var shared = rubric.Criteria[0].Levels.Select(Of).ToList();
        return new()
        {
            Name = rubric.Name,
            Description = rubric.Description,
            Levels = shared,
            Criteria =
            [
                .. rubric.Criteria.Select(c => new DraftCriterion
                {
                    Key = c.Key,
                    Name = c.Name,
                    Description = c.Description,
                    Weight = Say(c.Weight),
                    Points = string.Join('\n', c.EvaluationPoints),
                    Competency = c.Competency?.ToString(CultureInfo.InvariantCulture) ?? "",
                    PersonOnly = c.PersonOnly,
                    Indicator = c.Indicator is { } indicator ? Simulation.Client.Codes.Of(indicator) : "",
                    OwnLevels = c.Levels.Select(Of).SequenceEqual(shared) ? null : [.. c.Levels.Select(Of)],
                    Descriptors = [.. c.Levels.Select(level => level.Descriptor)],
                }),
            ],
        };
    }

    public IReadOnlyList<DraftLevel> LevelsOf(DraftCriterion criterion) => criterion.OwnLevels ?? Levels;

    /// <summary>What is sent to the rules. A number that is none becomes one that the rules refuse, with a sentence on how to write it.</summary>
    public RubricInput ToInput() =>
        new()
        {
            Name = Name,
            Description = Description,
            Criteria =
            [
                .. Criteria.Select(c => new CriterionInput
                {
                    Key = c.Key,
                    Name = c.Name,
                    Description = c.Description,
                    Weight = Number(c.Weight),
                    EvaluationPoints = [.. c.Points.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                    Competency = int.TryParse(c.Competency, CultureInfo.InvariantCulture, out var number) ? number : null,
                    PersonOnly = c.PersonOnly,
                    Indicator = Simulation.Client.Codes.Find<Indicator>(c.Indicator),
                    Levels =
                    [
                        .. LevelsOf(c)
                            .Select(
                                (level, i) =>
                                    new LevelInput
                                    {
                                        Key = level.Key,
                                        Name = level.Name,
                                        Points = Number(level.Points),
                                        Descriptor = c.DescriptorOf(i),
                                    }
                            ),
                    ],
                }),
            ],
        };

    /// <summary>The sum of what can be read as weights.</summary>
    public decimal Sum => Criteria.Sum(c => Math.Clamp(Number(c.Weight) ?? 0, -1_000_000, 1_000_000));

    /// <summary>"0.25", and "0,25" where people write it so.</summary>
    /// <summary>As people write a share: "0.25", "0,25" and "25 %" are the same.</summary>
    internal static decimal? Number(string text)
    {
        var plain = text.Trim().Replace(',', '.');
        var percent = plain.EndsWith('%');
        var figure = percent ? plain[..^1] : plain;
        return !decimal.TryParse(figure, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? null
            : percent ? number / 100
            : number;
    }

    internal static string Say(decimal number) => number.ToString("0.0#########", CultureInfo.InvariantCulture);

    private static DraftLevel Of(RubricLevel level) =>
        new(level.Key, level.Name, level.Points.ToString("0.##", CultureInfo.InvariantCulture));
}
