namespace VirtualClient.Simulation.Assessment;

/// <summary>
/// What a conversation is judged by: an immutable value, copied into whatever uses it. <see cref="RubricRules"/> says what must be true
/// of one. Thread-safe.
/// </summary>
public sealed record RubricDefinition
{
    public required string Name { get; init; }

    /// <summary>What it is for and for which kind of interview; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>In the order in which people read them.</summary>
    public required IReadOnlyList<RubricCriterion> Criteria { get; init; }

    /// <summary>The criterion with this key, or null.</summary>
    public RubricCriterion? Find(string key) => Criteria.FirstOrDefault(criterion => criterion.Key == key);
}

/// <summary>One thing that is judged, with the levels it is judged by.</summary>
public sealed record RubricCriterion
{
    /// <summary>Stable within the rubric: snake_case, what scores are stored by.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Share of the whole, over 0 and at most 1; all weights of a rubric add up to 1.</summary>
    public required decimal Weight { get; init; }

    /// <summary>What a reader looks for in the transcript, each one observable.</summary>
    public required IReadOnlyList<string> EvaluationPoints { get; init; }

    /// <summary>From the most points to the fewest.</summary>
    public required IReadOnlyList<RubricLevel> Levels { get; init; }

    /// <summary>Number of a competency of the CSWE EPAS 2022, 1 to 9; null: none named. See <see cref="Competencies"/>.</summary>
    public int? Competency { get; init; }

    /// <summary>Judged by a person alone: nothing drafts a level for it.</summary>
    public bool PersonOnly { get; init; }

    /// <summary>What rules can count for this criterion where no model is configured; null: nothing.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The level with this key, or null.</summary>
    public RubricLevel? FindLevel(string key) => Levels.FirstOrDefault(level => level.Key == key);
}

/// <summary>One level of a criterion.</summary>
public sealed record RubricLevel
{
    /// <summary>Stable within the criterion: snake_case.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>0 to 100.</summary>
    public required decimal Points { get; init; }

    /// <summary>What work at this level looks like; may be empty.</summary>
    public string Descriptor { get; init; } = "";
}

/// <summary>What rules can count in a transcript and turn into a draft level. None of them speaks about empathy, humility, ethics or safety.</summary>
public enum Indicator
{
    /// <summary>Open questions among all questions, and questions that lead or come in pairs.</summary>
    Questions,

    /// <summary>Reflections for each question (MITI's R:Q).</summary>
    Reflections,

    /// <summary>Advice and information that was not asked for.</summary>
    Advice,

    /// <summary>Name, role, purpose and time said at the beginning.</summary>
    Opening,

    /// <summary>A summary and a word on what happens next before the end.</summary>
    Closing,
}
