using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>
/// Releases on the due date, where the assignment says so, what people have decided in full. What is decided in part waits for its reviewer, and
/// what was reopened for a release by hand.
/// </summary>
internal sealed class DueReleases(IDbContextFactory<AppDbContext> factory, WriteGate gate, AuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private DateTimeOffset next;

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < next)
        {
            return;
        }

        next = now + Every;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Assessment>()
            .Where(a => a.Undecided == 0 && a.ReleasedAt == null && a.ReopenedAt == null)
            .Join(
                db.Set<Assignment>().Where(a => a.DueAt <= now),
                a => a.AssignmentId,
                a => a.Id,
                (a, of) =>
                    new
                    {
                        a.Id,
                        a.StudentId,
                        of.DueAt,
                        of.Settings,
                        AssignmentId = of.Id,
                    }
            )
            .Select(r => new
            {
                r.Id,
                r.Settings,
                r.DueAt,
                Own = db.Set<AssignmentExtension>()
                    .Where(x => x.AssignmentId == r.AssignmentId && x.StudentId == r.StudentId)
                    .Select(x => x.DueAt)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        foreach (
            var row in rows.Where(r => r.Settings.FeedbackRelease == FeedbackRelease.AtDue && AttemptTerms.DueOf(r.DueAt, r.Own) <= now)
        )
        {
            await ReleaseAsync(row.Id, now, cancellationToken);
        }
    }

    private async Task ReleaseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var assessment = await db.Set<Assessment>()
            .Include(a => a.Criteria)
            .Include(a => a.Comments)
            .AsSplitQuery()
            .FirstAsync(a => a.Id == id, cancellationToken);
        var rubric = await db.Set<Conversation>()
            .Where(c => c.Id == assessment.ConversationId)
            .Select(c => c.Rubric!)
            .FirstAsync(cancellationToken);
        var decidedBy = assessment.InOrder.First().DecidedBy;
        var name = await db.Users.Where(u => u.Id == decidedBy).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellationToken);
        if (assessment.ReleasedAt is not null || !assessment.IsComplete)
        {
            return;
        }

        assessment.Release(rubric, null, name ?? "Your teacher", now);
        audit.Add(db, null, "assessment.released", "assessment", id, assessment.StudentId, after: "on the due date");
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody is at work on it; the next look sees what they did.
        }
    }
}
