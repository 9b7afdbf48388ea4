using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>The statistics of one section among all.</summary>
public sealed record SectionStatisticsRow(Guid SectionId, string Name, int Active, int Removed, int Total);

/// <summary>Sections with their figures; however many there are, it takes two queries.</summary>
internal sealed class ReadSections(AppDbContext db, SectionDoor door, InvitationLinks links)
{
    private sealed record Row(CourseSection Section, SectionRole Role);

    public async Task<KeysetPage<SectionView>> ListAsync(
        CurrentUser user,
        bool? archived,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var query = db.Set<CourseSection>().AsNoTracking();
        query = archived is { } wanted ? query.Where(s => s.ArchivedAt != null == wanted) : query;
        if (KeysetPosition.Decode(after) is { } position)
        {
            query = query.Where(s => s.CreatedAt < position.At || (s.CreatedAt == position.At && s.Id.CompareTo(position.Id) < 0));
        }

        var rows = await query
            .Join(Staff(user), s => s.Id, e => e.SectionId, (s, e) => new { s, e.Role })
            .OrderByDescending(r => r.s.CreatedAt)
            .ThenByDescending(r => r.s.Id)
            .Take(take + 1)
            .Select(r => new Row(r.s, r.Role))
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 && !user.IsTeacher && !await Staff(user).AnyAsync(cancellationToken))
        {
            throw SectionDoor.Refusal(user);
        }

        var page = rows.Take(take).ToList();
        var figures = await FiguresAsync([.. page.Select(r => r.Section.Id)], cancellationToken);
        return new KeysetPage<SectionView>(
            [.. page.Select(r => View(r.Section, r.Role, figures.GetValueOrDefault(r.Section.Id, SectionStatistics.None)))],
            rows.Count > take ? new KeysetPosition(page[^1].Section.CreatedAt, page[^1].Section.Id).Encode() : null
        );
    }

    public async Task<SectionView> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        return View(access.Section, access.Role, await OfAsync(id, cancellationToken));
    }

    public async Task<SectionStatistics> StatisticsAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        await door.StaffAsync(user, id, cancellationToken);
        return await OfAsync(id, cancellationToken);
    }

    /// <summary>All sections of this person, newest first, those without anybody with zeros.</summary>
    public async Task<IReadOnlyList<SectionStatisticsRow>> AllStatisticsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var sections = await db.Set<CourseSection>()
            .StaffedBy(db, user)
            .OrderByDescending(s => s.CreatedAt)
            .ThenByDescending(s => s.Id)
            .Select(s => new { s.Id, s.Name })
            .ToListAsync(cancellationToken);
        if (sections.Count == 0 && !user.IsTeacher)
        {
            throw SectionDoor.Refusal(user);
        }

        var figures = await FiguresAsync([.. sections.Select(s => s.Id)], cancellationToken);
        return
        [
            .. sections
                .Select(s => (s.Id, s.Name, Of: figures.GetValueOrDefault(s.Id, SectionStatistics.None)))
                .Select(s => new SectionStatisticsRow(s.Id, s.Name, s.Of.Active, s.Of.Removed, s.Of.Total)),
        ];
    }

    public SectionView View(CourseSection section, SectionRole role, SectionStatistics students) =>
        new(
            section.Id,
            section.Name,
            section.CourseCode,
            section.Term,
            section.IsArchived,
            section.ArchivedAt,
            section.CreatedAt,
            Codes.Of(role),
            students,
            role == SectionRole.Teacher && section.JoinCode is { } code
                ? new JoinCodeView(code, section.JoinCodeExpiresAt!.Value, $"{links.Site()}/join?code={code}")
                : null,
            section.Version
        );

    public async Task<SectionStatistics> OfAsync(Guid id, CancellationToken cancellationToken) =>
        (await FiguresAsync([id], cancellationToken)).GetValueOrDefault(id, SectionStatistics.None);

    private IQueryable<Enrollment> Staff(CurrentUser user) =>
        db.Set<Enrollment>().Where(e => e.UserId == user.Id && e.Role != SectionRole.Student && e.RemovedAt == null);

    private Task<Dictionary<Guid, SectionStatistics>> FiguresAsync(Guid[] ids, CancellationToken cancellationToken) =>
        db.Set<Enrollment>()
            .Where(e => ids.Contains(e.SectionId) && e.Role == SectionRole.Student)
            .GroupBy(e => e.SectionId)
            .Select(g => new
            {
                g.Key,
                Active = g.Count(e => e.RemovedAt == null),
                Total = g.Count(),
            })
            .ToDictionaryAsync(g => g.Key, g => new SectionStatistics(g.Active, g.Total - g.Active, g.Total), cancellationToken);
}
