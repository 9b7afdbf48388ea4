namespace VirtualClient.Simulation.Assessment;

/// <summary>Who proposed a draft.</summary>
public enum DraftSource
{
    /// <summary>A language model, its quotes checked.</summary>
    Model,

    /// <summary>Counts alone: no model is set up.</summary>
    Indicators,
}

/// <summary>How it stands with one criterion of a draft.</summary>
public enum CriterionState
{
    /// <summary>A level is proposed.</summary>
    Drafted,

    /// <summary>No quote that is in the transcript was given, so no level is proposed.</summary>
    NoEvidence,

    /// <summary>The conversation gave no opportunity for it.</summary>
    NoOpportunity,

    /// <summary>No usable answer came.</summary>
    NotScored,

    /// <summary>The rubric leaves it to a person.</summary>
    PersonOnly,

    /// <summary>Counts do not speak about it.</summary>
    NotCountable,
}

/// <summary>How sure a draft is of itself, in its own words.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>Words of the transcript, checked to stand in the line.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Words">As they stand there.</param>
public sealed record EvidenceQuote(int Line, string Words);

/// <summary>A proposal for one criterion.</summary>
/// <param name="LevelKey">Null unless <paramref name="State"/> is <see cref="CriterionState.Drafted"/>.</param>
/// <param name="Points">The level's points in the rubric, never a number of the model's.</param>
/// <param name="Dropped">Quotes that were given and are not in the line they cite.</param>
public sealed record CriterionDraft(
    string Key,
    CriterionState State,
    IReadOnlyList<EvidenceQuote> Evidence,
    string Reason,
    string? LevelKey = null,
    decimal? Points = null,
    Confidence? Confidence = null,
    int Dropped = 0
);

/// <summary>A proposal with quotes; a person decides. Immutable.</summary>
public sealed record AssessmentDraft
{
    public required DraftSource Source { get; init; }

    /// <summary>One for each criterion, in the rubric's order.</summary>
    public required IReadOnlyList<CriterionDraft> Criteria { get; init; }

    public IReadOnlyList<string> Strengths { get; init; } = [];

    public IReadOnlyList<string> AreasToImprove { get; init; } = [];

    /// <summary>What was counted, beside whatever was judged.</summary>
    public required MitiCounts Counts { get; init; }

    /// <summary>Whether any criterion that could be drafted is still without an answer: worth another try.</summary>
    public bool Incomplete => Criteria.Any(c => c.State == CriterionState.NotScored);
}
