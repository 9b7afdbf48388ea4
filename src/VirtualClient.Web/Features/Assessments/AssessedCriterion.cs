using VirtualClient.Simulation.Assessment;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What a person says of one criterion.</summary>
/// <param name="LevelKey">Null: the conversation gave no opportunity for it.</param>
public sealed record Decision(string? LevelKey, string Reason);

/// <summary>One criterion of an attempt: the draft, kept as it was, and the decision.</summary>
public sealed class AssessedCriterion
{
    public const int ReasonMax = 1_200;

    private AssessedCriterion() { }

    internal AssessedCriterion(Guid assessmentId, RubricCriterion criterion, int position)
    {
        (AssessmentId, Key, Position) = (assessmentId, criterion.Key, position);
        (Name, Competency, Weight) = (criterion.Name, criterion.Competency, criterion.Weight);
        (LevelCount, MostPoints) = (criterion.Levels.Count, criterion.Levels.Max(l => l.Points));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid AssessmentId { get; private set; }

    public string Key { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>As the copy of the rubric has it; here and below so that tables of many attempts need no rubric.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number of a competency of the CSWE EPAS 2022; null: none named.</summary>
    public int? Competency { get; private set; }

    public decimal Weight { get; private set; }

    public int LevelCount { get; private set; }

    public decimal MostPoints { get; private set; }

    /// <summary>Null: no draft came yet.</summary>
    public CriterionState? DraftState { get; private set; }

    /// <summary>The draft takes a stand, which somebody who decides first is not to know yet; "for a person to judge" is none.</summary>
    public bool SaysSomething => DraftState is CriterionState.Drafted or CriterionState.NoEvidence or CriterionState.NoOpportunity;

    public string? DraftLevelKey { get; private set; }

    /// <summary>0 for the lowest level.</summary>
    public int? DraftPlace { get; private set; }

    public string DraftReason { get; private set; } = "";

    public Confidence? Confidence { get; private set; }

    /// <summary>Checked to stand in their lines.</summary>
    public IReadOnlyList<EvidenceQuote> Evidence { get; private set; } = [];

    /// <summary>Quotes of the draft that nobody had said.</summary>
    public int Dropped { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? LevelKey { get; private set; }

    public string? LevelName { get; private set; }

    public decimal? Points { get; private set; }

    /// <summary>0 for the lowest level.</summary>
    public int? Place { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Place of the level that was decided first, before anybody changed it; 0 for the lowest.</summary>
    public int? FirstPlace { get; private set; }

    /// <summary>Whether that was decided without having seen what the draft says; null: not decided yet. Only then does it say how good drafts are.</summary>
    public bool? DecidedAlone { get; private set; }

    public bool IsDecided => DecidedAt is not null;

    public bool NoOpportunity => IsDecided && LevelKey is null;

    internal void Take(CriterionDraft draft, RubricCriterion criterion)
    {
        DraftPlace = PlaceOf(criterion, draft.LevelKey);
        (DraftState, DraftLevelKey, Confidence) = (draft.State, draft.LevelKey, draft.Confidence);
        (Evidence, Dropped) = (draft.Evidence, draft.Dropped);
        DraftReason = draft.Reason.Length > ReasonMax ? draft.Reason[..ReasonMax] : draft.Reason;
    }

    /// <param name="sawDraft">What the draft says was on the reviewer's page.</param>
    internal void Decide(Decision decision, RubricCriterion criterion, bool sawDraft, Guid by, DateTimeOffset now)
    {
        var isFirst = !IsDecided;
        var level = decision.LevelKey is { } key ? criterion.FindLevel(key) : null;
        (LevelKey, LevelName, Points, Place) = (level?.Key, level?.Name, level?.Points, PlaceOf(criterion, level?.Key));
        (Reason, DecidedBy, DecidedAt) = (decision.Reason, by, now);
        if (isFirst)
        {
            (FirstPlace, DecidedAlone) = (Place, !(sawDraft && SaysSomething));
        }
    }

    /// <summary>The quotes and what they were a reason for go; levels stay.</summary>
    internal void ForgetWords() => (Evidence, DraftReason) = ([], "");

    /// <summary>Levels are written from the most points to the fewest.</summary>
    private static int? PlaceOf(RubricCriterion criterion, string? level) =>
        level is null ? null : criterion.Levels.Count - 1 - criterion.Levels.ToList().FindIndex(l => l.Key == level);
}
