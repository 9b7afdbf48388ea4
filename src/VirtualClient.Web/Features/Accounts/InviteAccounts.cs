using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>Somebody a teacher named by email.</summary>
/// <param name="Name">As they are called; null: what stands before the @.</param>
/// <param name="ExternalId">Their number at the school, or null.</param>
/// <param name="Make">Whether an account is made when there is none.</param>
internal sealed record Invitee(string Email, string? Name, string? ExternalId, bool Make);

/// <summary>An account with what it may do.</summary>
internal sealed record KnownAccount(AppUser User, bool IsStudent, bool IsTeacher);

/// <summary>
/// Finds the accounts of many people at once and makes those that are missing, as student accounts without a password. Whoever holds the
/// link of <see cref="InvitationLinks"/> completes one. Adds to the caller's unit of work and saves nothing.
/// </summary>
internal sealed class InviteAccounts(ILookupNormalizer normalizer, TimeProvider clock)
{
    private const int Chunk = 1_000;

    /// <summary>By normalized email. Somebody whose number another account has gets none.</summary>
    public async Task<IReadOnlyDictionary<string, KnownAccount>> FindOrMakeAsync(
        AppDbContext db,
        IReadOnlyList<Invitee> people,
        CancellationToken cancellationToken
    )
    {
        var known = await FindAsync(db, [.. people.Select(p => Key(p.Email)).Distinct(StringComparer.Ordinal)], cancellationToken);
        var missing = people
            .Where(p => p.Make && !known.ContainsKey(Key(p.Email)))
            .DistinctBy(p => Key(p.Email), StringComparer.Ordinal)
            .ToList();
        if (missing.Count == 0)
        {
            return known;
        }

        var student = await db.Roles.Where(r => r.Name == Roles.Student).Select(r => r.Id).SingleAsync(cancellationToken);
        var numbers = missing.Select(p => p.ExternalId).OfType<string>().ToArray();
        var taken = (
            await db
                .Users.Where(u => u.ExternalId != null && numbers.Contains(u.ExternalId))
                .Select(u => u.ExternalId!)
                .ToListAsync(cancellationToken)
        ).ToHashSet(StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        foreach (var person in missing)
        {
            var user = Make(person, person.ExternalId is { } number && taken.Add(number) ? number : null, now);
            db.Add(user);
            db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = student });
            known[Key(person.Email)] = new KnownAccount(user, IsStudent: true, IsTeacher: false);
        }

        return known;
    }

    public string Key(string email) => normalizer.NormalizeEmail(email);

    private static async Task<Dictionary<string, KnownAccount>> FindAsync(
        AppDbContext db,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<string, KnownAccount>(StringComparer.Ordinal);
        foreach (var chunk in keys.Chunk(Chunk))
        {
            var rows = await db
                .Users.Where(u => chunk.Contains(u.NormalizedEmail!))
                .Select(u => new
                {
                    User = u,
                    Roles = db
                        .UserRoles.Where(link => link.UserId == u.Id)
                        .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!)
                        .ToList(),
                })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                known[row.User.NormalizedEmail!] = new KnownAccount(
                    row.User,
                    row.Roles.Contains(Roles.Student),
                    row.Roles.Contains(Roles.Teacher)
                );
            }
        }

        return known;
    }

    private AppUser Make(Invitee person, string? externalId, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = person.Email,
            NormalizedUserName = normalizer.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = Key(person.Email),
            SecurityStamp = RandomNumberGenerator.GetHexString(32),
            LockoutEnabled = true,
            DisplayName = Cut(person.Name is { Length: > 0 } name ? name : person.Email.Split('@')[0]),
            ExternalId = externalId,
            CreatedAt = now,
        };

    private static string Cut(string name) => name.Length > AppUser.NameMax ? name[..AppUser.NameMax] : name;
}
