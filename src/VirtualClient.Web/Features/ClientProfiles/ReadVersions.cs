using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>A version in the list: which, when, by whom, what changed.</summary>
public sealed record ClientVersionRow(int Number, VersionKind Kind, DateTimeOffset SavedAt, string SavedBy, IReadOnlyList<string> Changes);

/// <summary>A version with its text.</summary>
public sealed record ClientVersionText(int Number, VersionKind Kind, DateTimeOffset SavedAt, string SavedBy, JsonNode Persona);

/// <summary>The versions of a teacher's own client, newest first.</summary>
internal sealed class ReadVersions(AppDbContext db)
{
    public async Task<KeysetPage<ClientVersionRow>> ListAsync(
        CurrentUser user,
        Guid id,
        int? limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var take = KeysetPosition.Limit(limit);
        var query = Of(user, id);
        if (KeysetPosition.Decode(after) is { } position)
        {
            query = query.Where(v => v.SavedAt < position.At || (v.SavedAt == position.At && v.Id.CompareTo(position.Id) < 0));
        }

        var rows = await query
            .OrderByDescending(v => v.SavedAt)
            .ThenByDescending(v => v.Id)
            .Take(take + 1)
            .Select(v => new
            {
                v.Id,
                v.Number,
                v.Kind,
                v.SavedAt,
                v.Changes,
                Name = db.Users.Where(u => u.Id == v.SavedBy).Select(u => u.DisplayName).First(),
            })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 && !await db.Set<ClientProfile>().OwnedBy(user).AnyAsync(c => c.Id == id, cancellationToken))
        {
            throw DomainException.NotFound();
        }

        return new KeysetPage<ClientVersionRow>(
            [
                .. rows.Take(take)
                    .Select(v => new ClientVersionRow(
                        v.Number,
                        v.Kind,
                        v.SavedAt,
                        v.Name,
                        JsonSerializer.Deserialize<IReadOnlyList<string>>(v.Changes)!
                    )),
            ],
            rows.Count > take ? new KeysetPosition(rows[take - 1].SavedAt, rows[take - 1].Id).Encode() : null
        );
    }

    public async Task<ClientVersionText> OneAsync(CurrentUser user, Guid id, int number, CancellationToken cancellationToken) =>
        await Of(user, id)
            .Where(v => v.Number == number)
            .Select(v => new { Version = v, Name = db.Users.Where(u => u.Id == v.SavedBy).Select(u => u.DisplayName).First() })
            .FirstOrDefaultAsync(cancellationToken)
            is { } row
            ? new ClientVersionText(
                number,
                row.Version.Kind,
                row.Version.SavedAt,
                row.Name,
                JsonSerializer.SerializeToNode(row.Version.Persona, SimulationJson.Options)!
            )
            : throw DomainException.NotFound();

    private IQueryable<ClientVersion> Of(CurrentUser user, Guid id) =>
        db.Set<ClientVersion>()
            .AsNoTracking()
            .Where(v => v.ClientProfileId == id && db.Set<ClientProfile>().OwnedBy(user).Any(c => c.Id == id));
}
