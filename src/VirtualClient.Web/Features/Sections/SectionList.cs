using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

public sealed record SectionSummary(Guid Id, string Name, string CourseCode, string Term, int Students);

/// <summary>The sections a person teaches, newest first.</summary>
internal sealed class SectionList(AppDbContext db)
{
    public async Task<IReadOnlyList<SectionSummary>> OfTeacherAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await db.Set<CourseSection>()
            .AsNoTracking()
            .Where(s =>
                db.Set<Enrollment>()
                    .Any(e => e.SectionId == s.Id && e.UserId == user.Id && e.Role == SectionRole.Teacher && e.RemovedAt == null)
            )
            .OrderByDescending(s => s.CreatedAt)
            .Select(s => new SectionSummary(
                s.Id,
                s.Name,
                s.CourseCode,
                s.Term,
                db.Set<Enrollment>().Count(e => e.SectionId == s.Id && e.Role == SectionRole.Student && e.RemovedAt == null)
            ))
            .ToListAsync(cancellationToken);
}
