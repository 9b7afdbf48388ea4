using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>A teacher's own clients, newest change first, and the built-in ones.</summary>
internal sealed class ListClients(AppDbContext db)
{
    public async Task<KeysetPage<TeacherClient>> OwnAsync(CurrentUser user, int? limit, string? after, CancellationToken cancellationToken)
    {
        var take = KeysetPosition.Limit(limit);
        var query = db.Set<ClientProfile>().AsNoTracking().Where(c => c.OwnerId == user.Id);
        if (KeysetPosition.Decode(after) is { } position)
        {
            query = query.Where(c => c.UpdatedAt < position.At || (c.UpdatedAt == position.At && c.Id.CompareTo(position.Id) < 0));
        }

        var rows = await query
            .OrderByDescending(c => c.UpdatedAt)
            .ThenByDescending(c => c.Id)
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        return new KeysetPage<TeacherClient>(
            [.. rows.Take(take).Select(TeacherClient.Of)],
            rows.Count > take ? new KeysetPosition(rows[take - 1].UpdatedAt, rows[take - 1].Id).Encode() : null
        );
    }

    public async Task<KeysetPage<TeacherClient>> TemplatesAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<ClientProfile>()
            .AsNoTracking()
            .Where(c => c.TemplateKey != null)
            .OrderBy(c => c.SortOrder)
            .ToListAsync(cancellationToken);
        return new KeysetPage<TeacherClient>([.. rows.Select(TeacherClient.Of)], null);
    }

    public async Task<TeacherClient> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        TeacherClient.Of(
            await db.Set<ClientProfile>().AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
                ?? throw DomainException.NotFound()
        );
}
