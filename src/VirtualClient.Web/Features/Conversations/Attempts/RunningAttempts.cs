using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>Keeps conversations that are under way up with due dates, extensions and access settings; knows whether anybody worked.</summary>
internal sealed class RunningAttempts(TimeProvider clock) : IRunningAttempts, IAssignmentWork
{
    public async Task RefreshAsync(AppDbContext db, Guid sectionId, Guid? studentId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Conversation>()
            .Where(c => c.SectionId == sectionId && c.Status == ConversationStatus.Active && (studentId == null || c.OwnerId == studentId))
            .Join(
                db.Set<Assignment>(),
                c => c.AssignmentId,
                a => a.Id,
                (c, a) =>
                    new
                    {
                        c.Id,
                        c.AssignmentId,
                        c.OwnerId,
                        a.DueAt,
                        a.Settings,
                    }
            )
            .Select(r => new
            {
                r.Id,
                r.DueAt,
                r.Settings,
                Own = db.Set<AssignmentExtension>()
                    .Where(x => x.AssignmentId == r.AssignmentId && x.StudentId == r.OwnerId)
                    .Select(x => x.DueAt)
                    .FirstOrDefault(),
                Extra = db.Set<Enrollment>()
                    .Where(e => e.SectionId == sectionId && e.UserId == r.OwnerId)
                    .Select(e => e.ExtraTime)
                    .FirstOrDefault(),
                IsMember = db.Set<Enrollment>().Any(e => e.SectionId == sectionId && e.UserId == r.OwnerId && e.RemovedAt == null),
            })
            .ToListAsync(cancellationToken);
        DateTimeOffset? now = clock.GetUtcNow();
        // Written past the entities, a statement for each set of terms: somebody who says something at this moment is in nobody's way.
        var terms = rows.GroupBy(row =>
            (
                // Whoever was removed has no more time here; what was said stays.
                Due: row.IsMember ? AttemptTerms.DueOf(row.DueAt, row.Own) : now,
                Limit: AttemptTerms.LimitOf(row.Settings.TimeLimitMinutes, row.Extra),
                Longest: AttemptTerms.LongestOf(row.Extra)
            )
        );
        foreach (var group in terms)
        {
            var ids = group.Select(row => row.Id).ToArray();
            await db.Set<Conversation>()
                .Where(c => ids.Contains(c.Id) && c.Status == ConversationStatus.Active)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(c => c.DueAt, group.Key.Due)
                            .SetProperty(c => c.TimeLimitMs, group.Key.Limit)
                            .SetProperty(c => c.LongestMs, group.Key.Longest),
                    cancellationToken
                );
        }
    }

    public Task<bool> AnyAsync(AppDbContext db, Guid assignmentId, CancellationToken cancellationToken) =>
        db.Set<Conversation>().AnyAsync(c => c.AssignmentId == assignmentId, cancellationToken);
}

/// <summary>A teacher gives an attempt back in one click: it no longer counts as used.</summary>
internal sealed class GiveBackAttempt(AppDbContext db, WriteGate gate, SectionDoor door, AuditLog audit, TimeProvider clock)
{
    public async Task<Conversation> HandleAsync(CurrentUser user, Guid conversationId, CancellationToken cancellationToken)
    {
        var conversation = await db.Set<Conversation>()
            .FirstOrDefaultAsync(c => c.Id == conversationId && c.SectionId != null, cancellationToken);
        if (conversation is null)
        {
            throw SectionDoor.Refusal(user);
        }

        await door.TeacherAsync(user, conversation.SectionId!.Value, cancellationToken);
        if (conversation.Status == ConversationStatus.Active)
        {
            throw new DomainException("conversation-active", "This attempt is still under way. It can be given back when it has ended.");
        }

        conversation.GiveBack(clock.GetUtcNow());
        audit.Add(db, user.Id, "attempt.given-back", "conversation", conversationId, conversation.OwnerId);
        await gate.SaveAsync(db, cancellationToken);
        return conversation;
    }
}
