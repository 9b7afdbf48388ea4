using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>Keeps conversations that are under way up with due dates, extensions and access settings; knows whether anybody worked.</summary>
internal sealed class RunningAttempts : IRunningAttempts, IAssignmentWork
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
                        Conversation = c,
                        a.DueAt,
                        a.Settings,
                    }
            )
            .Select(r => new
            {
                r.Conversation,
                r.DueAt,
                r.Settings,
                Own = db.Set<AssignmentExtension>()
                    .Where(x => x.AssignmentId == r.Conversation.AssignmentId && x.StudentId == r.Conversation.OwnerId)
                    .Select(x => x.DueAt)
                    .FirstOrDefault(),
                Extra = db.Set<Enrollment>()
                    .Where(e => e.SectionId == sectionId && e.UserId == r.Conversation.OwnerId)
                    .Select(e => e.ExtraTime)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            row.Conversation.Hold(
                AttemptTerms.DueOf(row.DueAt, row.Own),
                AttemptTerms.LimitOf(row.Settings.TimeLimitMinutes, row.Extra),
                AttemptTerms.LongestOf(row.Extra)
            );
        }

        if (rows.Count > 0)
        {
            await db.SaveChangesAsync(cancellationToken);
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
