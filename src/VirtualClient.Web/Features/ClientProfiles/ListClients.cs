using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Teachers' lists of clients, filtered and sorted, paged by key; and one of them.</summary>
internal sealed class ListClients(AppDbContext db)
{
    public Task<KeysetPage<TeacherClient>> OwnAsync(CurrentUser user, int? limit, string? after, CancellationToken cancellationToken) =>
        ListAsync(user, new ClientFilter(), limit, after, cancellationToken);

    public async Task<KeysetPage<TeacherClient>> ListAsync(
        CurrentUser user,
        ClientFilter filter,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var rows = await filter
            .Apply(db.Set<ClientProfile>().AsNoTracking(), user)
            .InOrder(filter.Sort, ClientPosition.Decode(after))
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        return new KeysetPage<TeacherClient>(
            [.. rows.Take(take).Select(profile => TeacherClient.Of(profile, user))],
            rows.Count > take ? ClientPosition.Of(rows[take - 1]).Encode() : null
        );
    }

    public async Task<KeysetPage<TeacherClient>> TemplatesAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ClientProfile>()
            .AsNoTracking()
            .Where(c => c.TemplateKey != null)
            .OrderBy(c => c.SortOrder)
            .ToListAsync(cancellationToken);
        return new KeysetPage<TeacherClient>([.. rows.Select(profile => TeacherClient.Of(profile, user))], null);
    }

    /// <summary>The own ones that changed last, then the built-in ones, in one query.</summary>
    public async Task<IReadOnlyList<TeacherClient>> AtHandAsync(CurrentUser user, int own, CancellationToken cancellationToken)
    {
        var profiles = db.Set<ClientProfile>().AsNoTracking();
        var mine = new ClientFilter().Apply(profiles, user).OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id).Take(own);
        var rows = await mine.Concat(profiles.Where(c => c.TemplateKey != null)).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(c => c.TemplateKey is null ? 0 : 1)
                .ThenBy(c => c.TemplateKey is null ? 0 : c.SortOrder)
                .ThenByDescending(c => c.UpdatedAt)
                .Select(profile => TeacherClient.Of(profile, user)),
        ];
    }

    public async Task<TeacherClient> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        TeacherClient.Of(
            await db.Set<ClientProfile>().AsNoTracking().VisibleTo(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
                ?? throw DomainException.NotFound(),
            user
        );
}
