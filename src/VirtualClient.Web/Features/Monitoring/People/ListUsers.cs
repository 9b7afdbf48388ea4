using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.People;

/// <param name="Roles">student, teacher, admin.</param>
/// <param name="State">active, invited (not completed) or locked.</param>
public sealed record UserView(
    Guid Id,
    string Name,
    string Email,
    IReadOnlyList<string> Roles,
    string State,
    DateTimeOffset? LockedUntil,
    string? StudentNumber,
    DateTimeOffset CreatedAt,
    string Version
);

/// <summary>Accounts, the newest first, found by name, email or number.</summary>
internal sealed class ListUsers(AppDbContext db, TimeProvider clock)
{
    private sealed record Row(AppUser User, List<string> Roles);

    public async Task<KeysetPage<UserView>> HandleAsync(
        string? search,
        string? role,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var users = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            // Lower case on both sides, because the databases differ in what they take for the same letter.
            var like = LikePattern.Holding(search.Trim());
            users = users.Where(u =>
                EF.Functions.Like(u.DisplayName.ToLower(), like, "\\")
                || EF.Functions.Like(u.Email!.ToLower(), like, "\\")
                || (u.ExternalId != null && EF.Functions.Like(u.ExternalId.ToLower(), like, "\\"))
            );
        }

        if (!string.IsNullOrEmpty(role))
        {
            if (!Roles.All.Contains(role))
            {
                throw new DomainException("bad-filter", "\"role\" is student, teacher or admin.", 400);
            }

            users = users.Where(u =>
                db.UserRoles.Any(link => link.UserId == u.Id && db.Roles.Any(r => r.Id == link.RoleId && r.Name == role))
            );
        }

        if (KeysetPosition.Decode(after) is { } position)
        {
            users = users.Where(u => u.CreatedAt < position.At || (u.CreatedAt == position.At && u.Id.CompareTo(position.Id) < 0));
        }

        var rows = await WithRoles(users.OrderByDescending(u => u.CreatedAt).ThenByDescending(u => u.Id).Take(take + 1))
            .ToListAsync(cancellationToken);
        var items = rows.Take(take).Select(View).ToList();
        var next = rows.Count > take ? new KeysetPosition(items[^1].CreatedAt, items[^1].Id).Encode() : null;
        return new KeysetPage<UserView>(items, next);
    }

    public async Task<UserView> OneAsync(Guid id, CancellationToken cancellationToken) =>
        View(
            await WithRoles(db.Users.AsNoTracking().Where(u => u.Id == id)).SingleOrDefaultAsync(cancellationToken)
                ?? throw DomainException.NotFound()
        );

    private IQueryable<Row> WithRoles(IQueryable<AppUser> users) =>
        users.Select(u => new Row(
            u,
            db.UserRoles.Where(link => link.UserId == u.Id)
                .Join(db.Roles, link => link.RoleId, r => r.Id, (_, r) => r.Name!)
                .OrderBy(name => name)
                .ToList()
        ));

    private UserView View(Row row)
    {
        var user = row.User;
        var locked = user.LockoutEnd > clock.GetUtcNow();
        return new UserView(
            user.Id,
            user.DisplayName,
            user.Email ?? "",
            [.. Roles.All.Where(row.Roles.Contains)],
            locked ? "locked"
                : user is { PasswordHash: null, EmailConfirmed: false } ? "invited"
                : "active",
            locked ? user.LockoutEnd : null,
            user.ExternalId,
            user.CreatedAt,
            user.ConcurrencyStamp ?? ""
        );
    }
}
