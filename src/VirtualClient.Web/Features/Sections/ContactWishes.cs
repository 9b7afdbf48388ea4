using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>Who asked to be got in touch with, and when. Nothing of what was said anywhere.</summary>
public sealed record ContactWish(Guid SectionId, string Section, Guid StudentId, string Name, DateTimeOffset AskedAt);

/// <summary>A student asks the teachers of a section to get in touch; it waits until one of them has, or the student takes it back.</summary>
internal sealed class ContactWishes(AppDbContext db, WriteGate gate, SectionDoor door, AuditLog audit, TimeProvider clock)
{
    /// <summary>Asking twice asks once.</summary>
    public Task AskAsync(CurrentUser student, Guid sectionId, CancellationToken cancellationToken) =>
        SetAsync(student, sectionId, student.Id, clock.GetUtcNow(), "contact.asked", cancellationToken);

    public Task TakeBackAsync(CurrentUser student, Guid sectionId, CancellationToken cancellationToken) =>
        SetAsync(student, sectionId, student.Id, null, "contact.taken-back", cancellationToken);

    /// <summary>A teacher has been in touch. Answered by another meanwhile, or taken back: nothing is left to do.</summary>
    /// <exception cref="DomainException">Not a teacher of this section.</exception>
    public async Task AnswerAsync(CurrentUser teacher, Guid sectionId, Guid studentId, CancellationToken cancellationToken)
    {
        await door.TeacherAsync(teacher, sectionId, cancellationToken);
        await SetAsync(teacher, sectionId, studentId, null, "contact.answered", cancellationToken);
    }

    /// <summary>Leaves the version of the enrollment alone: whoever edits it at this moment is not in the way, and is not stopped.</summary>
    private Task SetAsync(
        CurrentUser by,
        Guid sectionId,
        Guid studentId,
        DateTimeOffset? askedAt,
        string action,
        CancellationToken cancellationToken
    ) =>
        gate.CommitAsync(
            db,
            async () =>
            {
                var changed = await db.Set<Enrollment>()
                    .Where(e =>
                        e.SectionId == sectionId
                        && e.UserId == studentId
                        && e.RemovedAt == null
                        && (e.ContactAskedAt == null) == (askedAt != null)
                    )
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.ContactAskedAt, askedAt), cancellationToken);
                if (changed > 0)
                {
                    audit.Add(db, by.Id, action, "section", sectionId, studentId);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken
        );
}
