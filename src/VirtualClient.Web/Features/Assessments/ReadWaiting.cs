using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>What waits for reviewers in one assignment.</summary>
public sealed record WaitingReviews(Guid AssignmentId, string Assignment, string Section, int ToReview, int ToRelease, int Parked);

/// <summary>What waits for a person in all their sections, in one query.</summary>
internal sealed class ReadWaiting(AppDbContext db)
{
    public async Task<IReadOnlyList<WaitingReviews>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var mine = db.Set<CourseSection>().StaffedBy(db, user).Where(s => s.ArchivedAt == null);
        var waiting = await db.Set<Assessment>()
            .Where(a => a.ReleasedAt == null || a.ChangedSinceRelease)
            .Join(db.Set<Assignment>(), a => a.AssignmentId, of => of.Id, (a, of) => new { a, of })
            .Join(
                mine,
                r => r.of.SectionId,
                s => s.Id,
                (r, s) =>
                    new
                    {
                        r.a,
                        r.of.Id,
                        r.of.Title,
                        s.Name,
                    }
            )
            .GroupBy(r => new
            {
                r.Id,
                r.Title,
                r.Name,
            })
            .Select(g => new WaitingReviews(
                g.Key.Id,
                g.Key.Title,
                g.Key.Name,
                g.Sum(r => r.a.Undecided > 0 && r.a.ReleasedAt == null ? 1 : 0),
                g.Sum(r => r.a.Undecided == 0 || r.a.ReleasedAt != null ? 1 : 0),
                g.Sum(r => r.a.State == DraftState.Parked && r.a.Undecided > 0 ? 1 : 0)
            ))
            .ToListAsync(cancellationToken);
        return [.. waiting.OrderBy(w => w.Assignment, StringComparer.OrdinalIgnoreCase).ThenBy(w => w.AssignmentId)];
    }
}
