namespace VirtualClient.Web.Features.Assessments;

/// <summary>How far the draft is. The row is the queue of whoever drafts.</summary>
public enum DraftState
{
    Waiting,
    Drafted,

    /// <summary>Given up after <see cref="Assessment.MostTries"/>; a person may ask again, or score without a draft.</summary>
    Parked,
}

/// <summary>What a draft says beside its criteria.</summary>
public sealed record DraftNotes(IReadOnlyList<string> Strengths, IReadOnlyList<string> AreasToImprove)
{
    public static readonly DraftNotes None = new([], []);
}
