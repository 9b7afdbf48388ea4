using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>A rubric as the API gives it; also what a student is shown of the one their work is judged by.</summary>
public sealed record RubricView(
    Guid Id,
    string Name,
    string Description,
    IReadOnlyList<CriterionView> Criteria,
    bool BuiltIn,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version
)
{
    public static RubricView Of(Rubric rubric) =>
        new(
            rubric.Id,
            rubric.Definition.Name,
            rubric.Definition.Description,
            [.. rubric.Definition.Criteria.Select(CriterionView.Of)],
            rubric.IsBuiltIn,
            rubric.ArchivedAt,
            rubric.CreatedAt,
            rubric.UpdatedAt,
            rubric.Version
        );
}

public sealed record CriterionView(
    string Key,
    string Name,
    string Description,
    decimal Weight,
    IReadOnlyList<string> EvaluationPoints,
    IReadOnlyList<RubricLevel> Levels,
    int? Competency,
    bool PersonOnly,
    string? Indicator
)
{
    public static CriterionView Of(RubricCriterion criterion) =>
        new(
            criterion.Key,
            criterion.Name,
            criterion.Description,
            criterion.Weight,
            criterion.EvaluationPoints,
            criterion.Levels,
            criterion.Competency,
            criterion.PersonOnly,
            criterion.Indicator is { } indicator ? Codes.Of(indicator) : null
        );
}
