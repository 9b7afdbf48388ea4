using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Progress;

/// <summary>What was decided for a student's own attempts, criterion by criterion: exactly what was released, never a draft.</summary>
internal sealed class ReleasedLevels(AppDbContext db)
{
    private sealed record Row(ReleasedView Attempt, FeedbackView Feedback, RubricDefinition Rubric);

    public async Task<(IReadOnlyList<ReleasedView> Attempts, IReadOnlyList<CriterionProgress> Criteria)> HandleAsync(
        CurrentUser user,
        int latest,
        CancellationToken cancellationToken
    )
    {
        var rows = (
            await db.Set<Assessment>()
                .AsNoTracking()
                .Where(a => a.StudentId == user.Id && a.ReleasedAt != null)
                .Join(
                    db.Set<Conversation>().VisibleTo(user),
                    a => a.ConversationId,
                    c => c.Id,
                    (a, c) =>
                        new
                        {
                            a.Released,
                            a.AssignmentId,
                            c.Id,
                            c.ClientName,
                            c.StartedAt,
                            c.Rubric,
                        }
                )
                .OrderByDescending(r => r.StartedAt)
                .ThenByDescending(r => r.Id)
                .Take(latest)
                .Select(r => new
                {
                    r.Id,
                    r.ClientName,
                    r.StartedAt,
                    r.Released,
                    r.Rubric,
                    Title = db.Set<Assignment>().Where(x => x.Id == r.AssignmentId).Select(x => x.Title).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken)
        ).Where(r => r.Released is not null && r.Rubric is not null).Select(r => new Row(new ReleasedView(r.Id, r.ClientName, r.Title ?? "", r.StartedAt), r.Released!, r.Rubric!)).Reverse().ToList();
        return ([.. rows.Select(r => r.Attempt)], Criteria(rows));
    }

    /// <summary>Rubrics differ: what has the same key and name is the same criterion.</summary>
    private static IReadOnlyList<CriterionProgress> Criteria(List<Row> rows) =>
        [
            .. rows.SelectMany(row => row.Feedback.Criteria)
                .Select(decided => (decided.Key, decided.Name))
                .Distinct()
                .Select(criterion => new CriterionProgress(
                    criterion.Key,
                    criterion.Name,
                    [
                        .. rows.Select(row =>
                            row.Feedback.Criteria.FirstOrDefault(c => (c.Key, c.Name) == criterion) is { } decided
                                ? Level(decided, row.Rubric.Find(decided.Key))
                                : null
                        ),
                    ]
                )),
        ];

    private static ReleasedLevel Level(FeedbackCriterion decided, RubricCriterion? criterion) =>
        decided.LevelKey is not null && decided.Points is { } points && criterion?.Levels.Max(level => level.Points) is { } most and > 0
            ? new ReleasedLevel(decided.LevelName, decimal.Round(points / most, 2, MidpointRounding.AwayFromZero))
            : new ReleasedLevel(decided.LevelName, null);
}
