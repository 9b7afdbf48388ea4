using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>An assignment that students have now or soon, and how far they are.</summary>
/// <param name="Done">Students with an ended attempt that counts.</param>
/// <param name="UnderWay">Conversations that are open at this moment.</param>
public sealed record DueAssignment(
    Guid Id,
    Guid SectionId,
    string Section,
    string Title,
    DateTimeOffset? AvailableFrom,
    DateTimeOffset? DueAt,
    int Students,
    int Done,
    int UnderWay
);

/// <summary>What goes on in the sections of a teacher or an assistant: one query, the nearest due date first.</summary>
internal sealed class ReadDueSoon(AppDbContext db, TimeProvider clock)
{
    private const int Most = 6;

    public async Task<IReadOnlyList<DueAssignment>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Assignment>()
            .Where(a => a.PublishedAt != null && (a.DueAt == null || a.DueAt > now))
            .Join(
                db.Set<CourseSection>().StaffedBy(db, user).Where(s => s.ArchivedAt == null),
                a => a.SectionId,
                s => s.Id,
                (a, s) => new { Assignment = a, s.Name }
            )
            .OrderBy(r => r.Assignment.DueAt == null)
            .ThenBy(r => r.Assignment.DueAt)
            .ThenBy(r => r.Assignment.Id)
            .Take(Most)
            .Select(r => new DueAssignment(
                r.Assignment.Id,
                r.Assignment.SectionId,
                r.Name,
                r.Assignment.Title,
                r.Assignment.AvailableFrom,
                r.Assignment.DueAt,
                db.Set<Enrollment>()
                    .Count(e => e.SectionId == r.Assignment.SectionId && e.Role == SectionRole.Student && e.RemovedAt == null),
                db.Set<Conversation>()
                    .Where(c =>
                        c.AssignmentId == r.Assignment.Id
                        && c.Status != ConversationStatus.Active
                        && c.EndReason != EndReason.SteppedOut
                        && c.GivenBackAt == null
                    )
                    .Select(c => c.OwnerId)
                    .Distinct()
                    .Count(),
                db.Set<Conversation>().Count(c => c.AssignmentId == r.Assignment.Id && c.Status == ConversationStatus.Active)
            ))
            .ToListAsync(cancellationToken);
    }
}
