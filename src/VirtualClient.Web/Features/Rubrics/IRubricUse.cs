using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>Something that holds on to a rubric.</summary>
/// <param name="Kind">What it is, in the plural ("assignments").</param>
/// <param name="Count">How many.</param>
/// <param name="Sentence">The same for a person ("2 assignments: First meeting, Home visit").</param>
public sealed record RubricUse(string Kind, int Count, string Sentence);

/// <summary>Asked before a rubric is deleted; each feature that holds on to rubrics registers its own. What is archived or removed is no use.</summary>
public interface IRubricUse
{
    /// <summary>What holds on to this rubric, or null.</summary>
    Task<RubricUse?> OfAsync(Guid rubricId, CancellationToken cancellationToken);

    /// <summary>Lets go of it where it is archived or removed, in the caller's transaction, so that old links do not block for ever.</summary>
    Task LetGoAsync(AppDbContext db, Guid rubricId, CancellationToken cancellationToken);
}
