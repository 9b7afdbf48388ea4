using System.Buffers.Text;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>The people of a section, by name.</summary>
internal sealed class ReadRoster(AppDbContext db, SectionDoor door, InvitationLinks links)
{
    private sealed record Row
    {
        public required Enrollment Enrollment { get; init; }

        public required AppUser User { get; init; }
    }

    private sealed record Position(string Name, Guid UserId)
    {
        public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{UserId:N}{Name}"));

        public static Position? Decode(string? after)
        {
            if (string.IsNullOrEmpty(after))
            {
                return null;
            }

            try
            {
                var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after));
                return new Position(text[32..], Guid.ParseExact(text[..32], "N"));
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                throw new DomainException("bad-key", "The key in \"after\" is not one that this list gave out.", 400);
            }
        }
    }

    /// <param name="status">active (default), removed or all.</param>
    public async Task<KeysetPage<EnrollmentView>> ListAsync(
        CurrentUser user,
        Guid sectionId,
        string? status,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var access = await door.StaffAsync(user, sectionId, cancellationToken);
        return await ListAsync(access, status, limit, after, cancellationToken);
    }

    public async Task<KeysetPage<EnrollmentView>> ListAsync(
        SectionAccess access,
        string? status,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var query = Rows(access.Section.Id, status);
        if (Position.Decode(after) is { } position)
        {
            query = query.Where(r =>
                string.Compare(r.User.DisplayName, position.Name) > 0
                || (r.User.DisplayName == position.Name && r.User.Id.CompareTo(position.UserId) > 0)
            );
        }

        var rows = await query.OrderBy(r => r.User.DisplayName).ThenBy(r => r.User.Id).Take(take + 1).ToListAsync(cancellationToken);
        var page = rows.Take(take).ToList();
        return new KeysetPage<EnrollmentView>(
            [.. page.Select(r => View(r, access.Role))],
            rows.Count > take ? new Position(page[^1].User.DisplayName, page[^1].User.Id).Encode() : null
        );
    }

    /// <exception cref="DomainException">Not there or not yours.</exception>
    public async Task<EnrollmentView> OneAsync(SectionAccess access, Guid userId, CancellationToken cancellationToken) =>
        await Rows(access.Section.Id, "all").FirstOrDefaultAsync(r => r.User.Id == userId, cancellationToken) is { } row
            ? View(row, access.Role)
            : throw DomainException.NotFound();

    /// <summary>The whole roster for a spreadsheet, removed people too.</summary>
    public async Task<(string Name, byte[] Bytes)> CsvAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, sectionId, cancellationToken);
        var rows = await Rows(sectionId, "all").OrderBy(r => r.User.DisplayName).ThenBy(r => r.User.Id).ToListAsync(cancellationToken);
        var lines = rows.Select(r =>
            (IReadOnlyList<string?>)
                [
                    r.User.DisplayName,
                    r.User.Email,
                    r.User.ExternalId,
                    Codes.Of(r.Enrollment.Role),
                    r.Enrollment.IsActive ? "active" : "removed",
                    Utc(r.Enrollment.EnrolledAt),
                    r.Enrollment.RemovedAt is { } removed ? Utc(removed) : null,
                    View(r, access.Role).Invitation,
                ]
        );
        string[] head = ["name", "email", "student_number", "role", "status", "enrolled_at_utc", "removed_at_utc", "invitation"];
        return ($"roster-{FileName(access.Section.Name)}.csv", CsvFile.Write(lines.Prepend(head)));
    }

    public static string Utc(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Letters, figures and hyphens of a name, for a file.</summary>
    public static string FileName(string name) =>
        string.Join(
            '-',
            new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    private IQueryable<Row> Rows(Guid sectionId, string? status)
    {
        var enrollments = db.Set<Enrollment>().AsNoTracking().Where(e => e.SectionId == sectionId);
        enrollments = status switch
        {
            null or "" or "active" => enrollments.Where(e => e.RemovedAt == null),
            "removed" => enrollments.Where(e => e.RemovedAt != null),
            "all" => enrollments,
            _ => throw new DomainException("bad-filter", "\"status\" is active, removed or all.", 400),
        };
        return enrollments.Join(db.Users.AsNoTracking(), e => e.UserId, u => u.Id, (e, u) => new Row { Enrollment = e, User = u });
    }

    private EnrollmentView View(Row row, SectionRole asker)
    {
        var invited = InvitationLinks.IsOpen(row.User);
        return EnrollmentView.Of(row.Enrollment, row.User, invited, invited && asker == SectionRole.Teacher ? links.To(row.User) : null);
    }
}
