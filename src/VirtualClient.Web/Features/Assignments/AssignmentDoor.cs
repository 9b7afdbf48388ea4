using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>An assignment with its pairs, its section, and what the person who asks is in that section.</summary>
internal sealed record AssignmentAccess(Assignment Assignment, CourseSection Section, SectionRole Role);

/// <summary>Who comes to an assignment, and as what; as at the door of its section.</summary>
internal sealed class AssignmentDoor(AppDbContext db)
{
    /// <summary>Tracked; null for everybody but the section's teachers and assistants.</summary>
    public async Task<AssignmentAccess?> FindAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Set<Assignment>()
            .Include(a => a.Pairs)
            .Where(a => a.Id == id)
            .Join(
                db.Set<Enrollment>().Where(e => e.UserId == user.Id && e.Role != SectionRole.Student && e.RemovedAt == null),
                a => a.SectionId,
                e => e.SectionId,
                (a, e) => new { Assignment = a, e.Role }
            )
            .Join(
                db.Set<CourseSection>(),
                r => r.Assignment.SectionId,
                s => s.Id,
                (r, s) =>
                    new
                    {
                        r.Assignment,
                        r.Role,
                        Section = s,
                    }
            )
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new AssignmentAccess(found.Assignment, found.Section, found.Role);
    }

    /// <exception cref="DomainException">403 or 404.</exception>
    public async Task<AssignmentAccess> StaffAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await FindAsync(user, id, cancellationToken) ?? throw SectionDoor.Refusal(user);

    /// <summary>For those of the staff who see money: an assistant may be a student of the school.</summary>
    /// <exception cref="DomainException">403 or 404.</exception>
    public async Task<AssignmentAccess> StaffWhoSeeCostAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var access = await StaffAsync(user, id, cancellationToken);
        return user.SeesCost ? access : throw new DomainException("wrong-role", "Your role may not do this.", 403);
    }

    /// <summary>For teachers, and only while the section is not archived.</summary>
    /// <exception cref="DomainException">403, 404 or archived.</exception>
    public async Task<Assignment> TeacherAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var access = await StaffAsync(user, id, cancellationToken);
        if (access.Role != SectionRole.Teacher)
        {
            throw SectionDoor.OnlyTeachers();
        }

        access.Section.RequireCurrent();
        return access.Assignment;
    }
}
