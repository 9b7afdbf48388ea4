using System.Text.RegularExpressions;
using VirtualClient.Web.Components.Ui.Forms;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>A field that somebody else changed meanwhile.</summary>
public sealed record RubricDifference(string Label, string Here, string There);

/// <summary>Everything the builder shows.</summary>
/// <param name="Id">Null: a rubric that is not there yet.</param>
/// <param name="Focus">The name of the field, or the value of the button, to go on from.</param>
public sealed partial record RubricBuilderView(
    Guid? Id,
    int Version,
    RubricDraft Draft,
    bool Changed = false,
    string Focus = "",
    IReadOnlyDictionary<string, string[]>? Errors = null
)
{
    public IReadOnlyList<RubricDifference> Differences { get; init; } = [];

    /// <summary>The rules' sentence for a field of the form; null when nothing is wrong with it.</summary>
    public string? ErrorOf(string name) => Errors?.TryGetValue(name, out var sentences) == true ? sentences[0] : null;

    public IReadOnlyList<FieldError> Summary =>
        [.. (Errors ?? new Dictionary<string, string[]>()).Select(e => new FieldError(IdOf(e.Key), $"{Label(e.Key)}{e.Value[0]}"))];

    public static string IdOf(string name) =>
        name == "criteria" ? "weights" : FieldError.IdOf(name.Replace('[', '-').Replace("]", "").Replace('.', '-'));

    /// <summary>What the rules say about a draft, by the names that its fields have on the page.</summary>
    public static IReadOnlyDictionary<string, string[]> Check(RubricDraft draft) =>
        Validation
            .Check(draft.ToInput())
            .Select(e => (Name: FieldOf(draft, e.Key), e.Value))
            .DistinctBy(e => e.Name)
            .ToDictionary(e => e.Name, e => e.Value);

    /// <summary>What differs between what was typed and what is stored, for a person to choose.</summary>
    public static IReadOnlyList<RubricDifference> Compare(RubricDraft here, RubricDraft there)
    {
        var (mine, theirs) = (Flat(here), Flat(there));
        return
        [
            .. mine
                .Keys.Union(theirs.Keys)
                .Where(label => mine.GetValueOrDefault(label, "") != theirs.GetValueOrDefault(label, ""))
                .Select(label => new RubricDifference(label, mine.GetValueOrDefault(label, ""), theirs.GetValueOrDefault(label, ""))),
        ];
    }

    private static Dictionary<string, string> Flat(RubricDraft draft)
    {
        var fields = new Dictionary<string, string>
        {
            ["Name"] = draft.Name.Trim(),
            ["Description"] = draft.Description.Trim(),
            ["Levels"] = string.Join(", ", draft.Levels.Select(level => $"{level.Name} {level.Points}")),
        };
        for (var i = 0; i < draft.Criteria.Count; i++)
        {
            var c = draft.Criteria[i];
            var at = $"Criterion {i + 1}";
            fields[$"{at}, name"] = c.Name.Trim();
            fields[$"{at}, description"] = c.Description.Trim();
            fields[$"{at}, weight"] = c.Weight.Trim();
            fields[$"{at}, what to look for"] = c.Points.Trim();
            fields[$"{at}, competency"] = c.Competency;
            fields[$"{at}, drafts"] = c.PersonOnly ? "a person only" : c.Indicator;
            var levels = draft.LevelsOf(c);
            for (var level = 0; level < levels.Count; level++)
            {
                fields[$"{at}, {levels[level].Name}"] = c.DescriptorOf(level).Trim();
            }
        }

        return fields;
    }

    /// <summary>The rules speak of the rubric's fields; levels that criteria share stand once on the page, points to look for in one box.</summary>
    private static string FieldOf(RubricDraft draft, string field)
    {
        var match = LevelField().Match(field);
        if (match.Success && int.TryParse(match.Groups["i"].Value, out var criterion) && criterion < draft.Criteria.Count)
        {
            var (level, part) = (match.Groups["j"].Value, match.Groups["part"].Value);
            return part == "descriptor" ? $"criteria[{criterion}].descriptors[{level}]"
                : part == "key" || draft.Criteria[criterion].OwnLevels is not null ? $"criteria[{criterion}].name"
                : $"levels[{level}].{part}";
        }

        return field.EndsWith(".levels", StringComparison.Ordinal) ? "levels[0].name"
            : field.EndsWith(".key", StringComparison.Ordinal) ? field[..^3] + "name"
            : PointField().Replace(field, ".points");
    }

    private static string Label(string name)
    {
        var match = CriterionField().Match(name);
        return match.Success ? $"Criterion {int.Parse(match.Groups[1].Value) + 1}, {Word(match.Groups[2].Value)}: "
            : name == "name" ? "Name of the rubric: "
            : name.StartsWith("levels", StringComparison.Ordinal) ? "Levels: "
            : "";
    }

    private static string Word(string part) =>
        part switch
        {
            "points" => "what to look for",
            "indicator" => "what rules may count",
            _ when part.StartsWith("descriptors", StringComparison.Ordinal) => "descriptor of a level",
            _ => part,
        };

    [GeneratedRegex(@"^criteria\[(?<i>\d+)\]\.levels\[(?<j>\d+)\]\.(?<part>\w+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LevelField();

    [GeneratedRegex(@"\.evaluationPoints(\[\d+\])?$")]
    private static partial Regex PointField();

    [GeneratedRegex(@"^criteria\[(\d+)\]\.(.+)$")]
    private static partial Regex CriterionField();
}
