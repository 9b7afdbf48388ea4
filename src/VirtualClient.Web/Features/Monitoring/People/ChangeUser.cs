using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.People;

/// <summary>What an admin changes about an account; what is left out stays.</summary>
public sealed class ChangeUserInput : IValidatableObject
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public string? Version { get; set; }

    [StringLength(AppUser.NameMax, ErrorMessage = "A name has at most 100 characters.")]
    public string? Name { get; set; }

    [EmailAddress(ErrorMessage = "Enter an email address.")]
    [StringLength(256)]
    public string? Email { get; set; }

    /// <summary>All the roles they are to have: student, teacher, admin.</summary>
    public IReadOnlyList<string>? Roles { get; set; }

    /// <summary>Whether they are kept from signing in.</summary>
    public bool? Locked { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Roles is not null && (Roles.Count == 0 || Roles.Any(role => !Data.Roles.All.Contains(role))))
        {
            yield return new ValidationResult("Choose at least one of student, teacher and admin.", [nameof(Roles)]);
        }
    }
}

/// <summary>
/// Changes an account. Roles, lock and email take hold for tokens at the next request, in browsers within a minute. An email that belongs to an invitation nobody completed brings
/// its sections along, so that one person has one account.
/// </summary>
internal sealed class ChangeUser(
    AppDbContext db,
    WriteGate gate,
    AccountStamps stamps,
    ILookupNormalizer normalizer,
    AuditLog audit,
    TimeProvider clock
)
{
    private static readonly TimeSpan ForLong = TimeSpan.FromDays(365 * 100);

    /// <summary>The account that is taken over, gone when the change is saved.</summary>
    private Guid? goes;

    public async Task HandleAsync(CurrentUser admin, Guid id, ChangeUserInput input, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw DomainException.NotFound();
        if (user.ConcurrencyStamp != input.Version)
        {
            throw Stale();
        }

        if (id == admin.Id && (input.Locked == true || input.Roles?.Contains(Roles.Admin) == false))
        {
            throw new DomainException("own-account", "You cannot lock yourself out. Ask another admin to do it.");
        }

        if (!string.IsNullOrWhiteSpace(input.Name) && input.Name.Trim() != user.DisplayName)
        {
            Note(admin, user, "account.renamed", user.DisplayName, input.Name.Trim());
            user.DisplayName = input.Name.Trim();
        }

        await ChangeEmailAsync(admin, user, input.Email?.Trim(), cancellationToken);
        await ChangeRolesAsync(admin, user, input.Roles, cancellationToken);
        if (input.Locked is { } locked && locked != user.LockoutEnd > clock.GetUtcNow())
        {
            Note(admin, user, locked ? "account.locked" : "account.unlocked", null, null);
            user.LockoutEnd = locked ? clock.GetUtcNow() + ForLong : null;
            user.AccessFailedCount = 0;
        }

        await SaveAsync(user, cancellationToken);
    }

    public async Task SignOutAsync(CurrentUser admin, Guid id, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw DomainException.NotFound();
        Note(admin, user, "account.signed-out-everywhere", null, null);
        await SaveAsync(user, cancellationToken);
    }

    private async Task SaveAsync(AppUser user, CancellationToken cancellationToken)
    {
        // The old stamp is in every cookie and refresh token there is.
        user.SecurityStamp = RandomNumberGenerator.GetHexString(32);
        user.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        try
        {
            await gate.CommitAsync(
                db,
                async () =>
                {
                    // Its address and number have to be free before they are given to another row.
                    if (goes is { } id)
                    {
                        await db.Set<Enrollment>().Where(e => e.UserId == id).ExecuteDeleteAsync(cancellationToken);
                        await db.Users.Where(u => u.Id == id).ExecuteDeleteAsync(cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Stale();
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            throw EmailTaken();
        }

        stamps.Forget(user.Id);
        if (goes is { } gone)
        {
            stamps.Forget(gone);
        }
    }

    private async Task ChangeEmailAsync(CurrentUser admin, AppUser user, string? email, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(email) || string.Equals(email, user.Email, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var key = normalizer.NormalizeEmail(email);
        if (await db.Users.FirstOrDefaultAsync(u => u.NormalizedEmail == key, cancellationToken) is { } other)
        {
            if (!InvitationLinks.IsOpen(other))
            {
                throw EmailTaken();
            }

            await TakeOverAsync(admin, user, other, cancellationToken);
        }

        Note(admin, user, "account.email-changed", user.Email, email);
        (user.Email, user.NormalizedEmail) = (email, key);
        (user.UserName, user.NormalizedUserName) = (email, normalizer.NormalizeName(email));
    }

    /// <summary>Somebody was invited under this address and never came: the sections are theirs, the empty account goes.</summary>
    private async Task TakeOverAsync(CurrentUser admin, AppUser user, AppUser invited, CancellationToken cancellationToken)
    {
        var own = await db.Set<Enrollment>().Where(e => e.UserId == user.Id).Select(e => e.SectionId).ToListAsync(cancellationToken);
        var moved = await db.Set<Enrollment>().AsNoTracking().Where(e => e.UserId == invited.Id).ToListAsync(cancellationToken);
        db.AddRange(
            moved
                .Where(e => !own.Contains(e.SectionId))
                .Select(e => new Enrollment
                {
                    SectionId = e.SectionId,
                    UserId = user.Id,
                    Role = e.Role,
                    EnrolledAt = e.EnrolledAt,
                    RemovedAt = e.RemovedAt,
                    ExtraTime = e.ExtraTime,
                    ClockHidden = e.ClockHidden,
                    Scribe = e.Scribe,
                })
        );
        Note(admin, user, "account.merged", invited.Email, $"{moved.Count} sections taken over");
        user.ExternalId ??= invited.ExternalId;
        db.Entry(invited).State = EntityState.Detached;
        goes = invited.Id;
    }

    private async Task ChangeRolesAsync(CurrentUser admin, AppUser user, IReadOnlyList<string>? wanted, CancellationToken cancellationToken)
    {
        if (wanted is null)
        {
            return;
        }

        var roles = await db.Roles.ToDictionaryAsync(r => r.Id, r => r.Name!, cancellationToken);
        var links = await db.UserRoles.Where(link => link.UserId == user.Id).ToListAsync(cancellationToken);
        var before = links.Select(link => roles[link.RoleId]).Order(StringComparer.Ordinal).ToList();
        var after = wanted.Distinct().Order(StringComparer.Ordinal).ToList();
        if (before.SequenceEqual(after))
        {
            return;
        }

        db.RemoveRange(links.Where(link => !after.Contains(roles[link.RoleId])));
        db.AddRange(
            roles
                .Where(role => after.Contains(role.Value) && !before.Contains(role.Value))
                .Select(role => new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Key })
        );
        Note(admin, user, "account.roles-changed", string.Join(", ", before), string.Join(", ", after));
    }

    private void Note(CurrentUser admin, AppUser user, string action, string? before, string? after) =>
        audit.Add(db, admin.Id, action, "user", user.Id, user.Id, before, after);

    private static DomainException Stale() => new("stale", "Somebody changed this account in the meantime. Load it again.");

    private static DomainException EmailTaken() =>
        new("email-taken", "Another account has this email and has been used. Two accounts with work in them are not put together.");
}
