using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>A section as its students see it: what it is and who teaches it, never who else is there.</summary>
public sealed record StudentSection(
    Guid Id,
    string Name,
    string CourseCode,
    string Term,
    bool Archived,
    IReadOnlyList<string> Teachers,
    DateTimeOffset EnrolledAt
);

/// <summary>The sections that a student is in.</summary>
internal sealed class StudentSections(AppDbContext db)
{
    public async Task<IReadOnlyList<StudentSection>> ListAsync(CurrentUser user, Guid? only, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Enrollment>()
            .AsNoTracking()
            .Where(e =>
                e.UserId == user.Id && e.Role == SectionRole.Student && e.RemovedAt == null && (only == null || e.SectionId == only)
            )
            .Join(db.Set<CourseSection>(), e => e.SectionId, s => s.Id, (e, s) => new { e.EnrolledAt, Section = s })
            .OrderByDescending(r => r.EnrolledAt)
            .ThenByDescending(r => r.Section.Id)
            .Select(r => new
            {
                r.EnrolledAt,
                r.Section,
                Teachers = db.Set<Enrollment>()
                    .Where(t => t.SectionId == r.Section.Id && t.Role == SectionRole.Teacher && t.RemovedAt == null)
                    .Join(db.Users, t => t.UserId, u => u.Id, (_, u) => u.DisplayName)
                    .OrderBy(name => name)
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new StudentSection(
                r.Section.Id,
                r.Section.Name,
                r.Section.CourseCode,
                r.Section.Term,
                r.Section.IsArchived,
                r.Teachers,
                r.EnrolledAt
            )),
        ];
    }

    /// <exception cref="DomainException">Not there or not yours.</exception>
    public async Task<StudentSection> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await ListAsync(user, id, cancellationToken) is [var one, ..] ? one : throw DomainException.NotFound();
}
