using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Features.Debriefs;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>Makes of an assessment what its student may see: decided levels in the rubric's words, evidence, comments, what next. Never a draft.</summary>
internal static class Feedback
{
    public static FeedbackView Of(Assessment assessment, RubricDefinition rubric, string byName, DateTimeOffset now) =>
        new(
            now,
            byName,
            [.. assessment.InOrder.Where(c => c.IsDecided).Select(c => Criterion(c, rubric.Find(c.Key)!))],
            [.. assessment.InOrder.Where(c => !c.IsDecided).Select(c => rubric.Find(c.Key)!.Name)],
            [.. assessment.Comments.OrderBy(c => c.Line).ThenBy(c => c.At).Select(c => new FeedbackComment(c.Line, c.Text, c.AuthorName))],
            assessment.Overall,
            assessment.Next,
            ScoreOf(assessment, rubric)?.Share
        );

    /// <summary>Null: not scored yet, or nothing could be scored at all; never a number then.</summary>
    public static WeightedScore? ScoreOf(Assessment assessment, RubricDefinition rubric) =>
        WeightedScore.Of(rubric, [.. assessment.Criteria.Where(c => c.IsDecided).Select(c => new DecidedLevel(c.Key, c.LevelKey))]);

    private static FeedbackCriterion Criterion(AssessedCriterion decided, RubricCriterion criterion)
    {
        var level = decided.LevelKey is { } key ? criterion.FindLevel(key) : null;
        return new FeedbackCriterion(
            criterion.Key,
            criterion.Name,
            level?.Key,
            level?.Name,
            level?.Points,
            level?.Descriptor ?? "",
            decided.Reason,
            decided.Evidence
        );
    }
}
