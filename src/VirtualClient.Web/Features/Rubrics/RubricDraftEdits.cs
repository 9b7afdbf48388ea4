using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>What the buttons of the builder do to a draft, and the field to go on from.</summary>
internal static class RubricDraftEdits
{
    /// <param name="asked">A verb and mostly a place: "up:2".</param>
    public static (RubricDraft Draft, string Focus) Apply(RubricDraft draft, string asked)
    {
        var parts = asked.Split(':');
        var at = parts.Length > 1 && int.TryParse(parts[1], out var number) ? number : -1;
        var there = at >= 0 && at < draft.Criteria.Count;
        return parts[0] switch
        {
            "add" when draft.Criteria.Count < RubricRules.MostCriteria => (
                draft with
                {
                    Criteria = [.. draft.Criteria, new DraftCriterion()],
                },
                $"criteria[{draft.Criteria.Count}].name"
            ),
            "up" when there && at > 0 => (draft with { Criteria = Swapped(draft.Criteria, at, at - 1) }, $"up:{at - 1}"),
            "down" when there && at < draft.Criteria.Count - 1 => (
                draft with
                {
                    Criteria = Swapped(draft.Criteria, at, at + 1),
                },
                $"down:{at + 1}"
            ),
            "remove" when there => (
                draft with
                {
                    Criteria = Without(draft.Criteria, at),
                },
                draft.Criteria.Count == 1 ? "add" : $"criteria[{Math.Min(at, draft.Criteria.Count - 2)}].name"
            ),
            "whole" => (MakeWhole(draft), "whole"),
            "add-level" when draft.Levels.Count < RubricRules.MostLevels => (AddLevel(draft), $"levels[{draft.Levels.Count}].name"),
            "remove-level" when at >= 0 && at < draft.Levels.Count && draft.Levels.Count > 2 => (RemoveLevel(draft, at), "add-level"),
            "same-levels" when there => (SameLevels(draft, at), $"criteria[{at}].name"),
            _ => (draft, asked),
        };
    }

    private static RubricDraft MakeWhole(RubricDraft draft)
    {
        var whole = RubricWeights.MakeWhole([.. draft.Criteria.Select(c => RubricDraft.Number(c.Weight) ?? 0)]);
        return draft with { Criteria = [.. draft.Criteria.Select((c, i) => c with { Weight = RubricDraft.Say(whole[i]) })] };
    }

    private static RubricDraft AddLevel(RubricDraft draft) =>
        draft with
        {
            Levels = [.. draft.Levels, new DraftLevel("", "", "")],
            Criteria = [.. draft.Criteria.Select(c => c.OwnLevels is null ? c with { Descriptors = [.. c.Descriptors, ""] } : c)],
        };

    private static RubricDraft RemoveLevel(RubricDraft draft, int at) =>
        draft with
        {
            Levels = Without(draft.Levels, at),
            Criteria = [.. draft.Criteria.Select(c => c.OwnLevels is null ? c with { Descriptors = Without(c.Descriptors, at) } : c)],
        };

    /// <summary>A criterion with levels of its own takes those of the rubric; its descriptors stay in their places.</summary>
    private static RubricDraft SameLevels(RubricDraft draft, int at) =>
        draft with
        {
            Criteria = [.. draft.Criteria.Select((c, i) => i == at ? c with { OwnLevels = null } : c)],
        };

    private static List<T> Without<T>(IReadOnlyList<T> list, int at) => [.. list.Where((_, i) => i != at)];

    private static List<T> Swapped<T>(IReadOnlyList<T> list, int one, int other)
    {
        List<T> swapped = [.. list];
        (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
        return swapped;
    }
}
