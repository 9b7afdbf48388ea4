using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>Reads the builder's form as it was sent.</summary>
internal static class RubricDraftReader
{
    public static RubricDraft Read(IFormCollection form)
    {
        var criteria = new List<DraftCriterion>();
        for (var i = 0; i < RubricRules.MostCriteria && form.ContainsKey($"criteria[{i}].name"); i++)
        {
            criteria.Add(Criterion(form, $"criteria[{i}]"));
        }

        return new RubricDraft
        {
            Name = Text(form, "name"),
            Description = Text(form, "description"),
            Levels = Levels(form, "levels"),
            Criteria = criteria,
        };
    }

    private static DraftCriterion Criterion(IFormCollection form, string at)
    {
        var own = Levels(form, $"{at}.levels");
        var descriptors = new List<string>();
        for (var i = 0; i < RubricRules.MostLevels && form.ContainsKey($"{at}.descriptors[{i}]"); i++)
        {
            descriptors.Add(Text(form, $"{at}.descriptors[{i}]"));
        }

        return new DraftCriterion
        {
            Key = Text(form, $"{at}.key"),
            Name = Text(form, $"{at}.name"),
            Description = Text(form, $"{at}.description"),
            Weight = Text(form, $"{at}.weight"),
            Points = Text(form, $"{at}.points"),
            Competency = Text(form, $"{at}.competency"),
            PersonOnly = form.ContainsKey($"{at}.personOnly"),
            Indicator = Text(form, $"{at}.indicator"),
            OwnLevels = own.Count == 0 ? null : own,
            Descriptors = descriptors,
        };
    }

    private static List<DraftLevel> Levels(IFormCollection form, string at)
    {
        var levels = new List<DraftLevel>();
        for (var i = 0; i < RubricRules.MostLevels && form.ContainsKey($"{at}[{i}].name"); i++)
        {
            levels.Add(new(Text(form, $"{at}[{i}].key"), Text(form, $"{at}[{i}].name"), Text(form, $"{at}[{i}].points")));
        }

        return levels;
    }

    private static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n");
}
