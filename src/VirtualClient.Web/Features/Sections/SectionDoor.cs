using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

internal static class SectionQueries
{
    /// <summary>Sections in which this person is a teacher or an assistant.</summary>
    public static IQueryable<CourseSection> StaffedBy(this IQueryable<CourseSection> sections, AppDbContext db, CurrentUser user) =>
        sections.Where(s =>
            db.Set<Enrollment>()
                .Any(e => e.SectionId == s.Id && e.UserId == user.Id && e.Role != SectionRole.Student && e.RemovedAt == null)
        );

    /// <summary>Sections in which this person is a teacher.</summary>
    public static IQueryable<CourseSection> TaughtBy(this IQueryable<CourseSection> sections, AppDbContext db, CurrentUser user) =>
        sections.Where(s =>
            db.Set<Enrollment>()
                .Any(e => e.SectionId == s.Id && e.UserId == user.Id && e.Role == SectionRole.Teacher && e.RemovedAt == null)
        );

    /// <summary>Sections in which this person is a student.</summary>
    public static IQueryable<CourseSection> AttendedBy(this IQueryable<CourseSection> sections, AppDbContext db, CurrentUser user) =>
        sections.Where(s =>
            db.Set<Enrollment>()
                .Any(e => e.SectionId == s.Id && e.UserId == user.Id && e.Role == SectionRole.Student && e.RemovedAt == null)
        );
}

/// <summary>A section and what the person who asks is in it.</summary>
internal sealed record SectionAccess(CourseSection Section, SectionRole Role);

/// <summary>
/// Who comes into a section, and as what. "Not yours" looks like "not there"; somebody who has no section to look after at all is told that
/// their role may not.
/// </summary>
internal sealed class SectionDoor(AppDbContext db)
{
    private sealed record Found(CourseSection Section, SectionRole Role);

    /// <summary>The section, tracked, for its teachers and assistants; null for everybody else.</summary>
    public async Task<SectionAccess?> FindAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        var found = await db.Set<CourseSection>()
            .Where(s => s.Id == sectionId)
            .Join(
                db.Set<Enrollment>().Where(e => e.UserId == user.Id && e.Role != SectionRole.Student && e.RemovedAt == null),
                s => s.Id,
                e => e.SectionId,
                (s, e) => new Found(s, e.Role)
            )
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new SectionAccess(found.Section, found.Role);
    }

    /// <summary>For those who read: teachers and assistants of the section.</summary>
    /// <exception cref="DomainException">403 or 404.</exception>
    public async Task<SectionAccess> StaffAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken) =>
        await FindAsync(user, sectionId, cancellationToken) ?? throw Refusal(user);

    /// <summary>For those who change: teachers of the section.</summary>
    /// <exception cref="DomainException">403 or 404.</exception>
    public async Task<CourseSection> TeacherAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        var access = await StaffAsync(user, sectionId, cancellationToken);
        return access.Role == SectionRole.Teacher ? access.Section : throw OnlyTeachers();
    }

    /// <summary>For work that was handed in earlier: whoever did may have left the section, or it was archived.</summary>
    /// <exception cref="DomainException">It is no longer theirs to change.</exception>
    public async Task StillTeachesAsync(Guid userId, Guid sectionId, CancellationToken cancellationToken)
    {
        var section =
            await db.Set<Enrollment>()
                .Where(e => e.SectionId == sectionId && e.UserId == userId && e.Role == SectionRole.Teacher && e.RemovedAt == null)
                .Join(db.Set<CourseSection>(), e => e.SectionId, s => s.Id, (e, s) => s)
                .AsNoTracking()
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw OnlyTeachers();
        section.RequireCurrent();
    }

    /// <summary>403 for who teaches nothing, 404 for who teaches something else.</summary>
    public static DomainException Refusal(CurrentUser user) =>
        user.IsTeacher ? DomainException.NotFound() : new DomainException("wrong-role", "Your role may not do this.", 403);

    public static DomainException OnlyTeachers() =>
        new("wrong-role", "Assistants read and review. Ask a teacher of this section to do this.", 403);
}
