using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>Which attempts of an assignment a run asks about. What is decided in full is never asked about again.</summary>
public enum DraftScope
{
    /// <summary>Without a usable draft: none yet, parked, or with a criterion that the draft could not score.</summary>
    Missing,

    /// <summary>All that have something to decide, also those with a good draft; what was decided in them stays.</summary>
    Undecided,
}

public sealed class DraftRunInput
{
    public DraftScope Scope { get; set; }
}

internal static class DraftScopes
{
    public static IQueryable<Assessment> In(this IQueryable<Assessment> assessments, DraftScope scope) =>
        scope == DraftScope.Undecided
            ? assessments.Where(a => a.Undecided > 0)
            : assessments.Where(a =>
                a.Undecided > 0
                && (a.State != DraftState.Drafted || a.Criteria.Any(c => c.DecidedAt == null && c.DraftState == CriterionState.NotScored))
            );
}
