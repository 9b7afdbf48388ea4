using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <param name="Asked">Students who asked the teachers to get in touch, the longest waiting first.</param>
public sealed record SectionSummary(Guid Id, string Name, string CourseCode, string Term, int Students, IReadOnlyList<ContactWish> Asked);

/// <summary>The sections a person teaches, newest first, and who waits to hear from them: one query.</summary>
internal sealed class SectionList(AppDbContext db)
{
    public async Task<IReadOnlyList<SectionSummary>> OfTeacherAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var rows = await db.Set<CourseSection>()
            .AsNoTracking()
            .TaughtBy(db, user)
            .OrderByDescending(s => s.CreatedAt)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.CourseCode,
                s.Term,
                Students = db.Set<Enrollment>().Count(e => e.SectionId == s.Id && e.Role == SectionRole.Student && e.RemovedAt == null),
                Asked = db.Set<Enrollment>()
                    .Where(e => e.SectionId == s.Id && e.Role == SectionRole.Student && e.ContactAskedAt != null)
                    .Join(
                        db.Users,
                        e => e.UserId,
                        u => u.Id,
                        (e, u) =>
                            new
                            {
                                e.ContactAskedAt,
                                u.Id,
                                u.DisplayName,
                            }
                    )
                    .ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(s => new SectionSummary(
                s.Id,
                s.Name,
                s.CourseCode,
                s.Term,
                s.Students,
                [
                    .. s
                        .Asked.OrderBy(a => a.ContactAskedAt)
                        .Select(a => new ContactWish(s.Id, s.Name, a.Id, a.DisplayName, a.ContactAskedAt!.Value)),
                ]
            )),
        ];
    }
}
