using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>What an import would bring, before anything is stored.</summary>
public sealed record RubricPreview(string Name, string Description, IReadOnlyList<CriterionView> Criteria)
{
    public static RubricPreview Of(RubricDefinition rubric) =>
        new(rubric.Name, rubric.Description, [.. rubric.Criteria.Select(CriterionView.Of)]);
}

/// <summary>Reads an exported rubric, to be shown or made the teacher's own.</summary>
internal static class ImportRubric
{
    /// <exception cref="DomainException">422 with every place that is wrong, by line and field; 413 over 2 MB.</exception>
    public static async Task<RubricInput> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await body.CopyToAsync(file, cancellationToken);
        if (file.Length > RubricFile.MaxBytes)
        {
            throw new DomainException("too-large", "A file is at most 2 MB; a rubric is much smaller.", 413);
        }

        return RubricFile.Parse(file.GetBuffer().AsSpan(0, (int)file.Length));
    }
}
