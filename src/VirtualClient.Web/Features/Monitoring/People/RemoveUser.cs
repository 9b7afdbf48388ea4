using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.People;

public sealed class RemoveUserInput
{
    [Required(ErrorMessage = "Send the version that this is based on.")]
    public string? Version { get; set; }

    /// <summary>The address of the account, typed, so that nobody removes the wrong one.</summary>
    [Required(ErrorMessage = "Type the email address of the account.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Say why; it is kept in the audit log.")]
    [StringLength(400, ErrorMessage = "A reason is at most 400 characters.")]
    public string? Reason { get; set; }
}

/// <summary>What went and what stays, and why.</summary>
public sealed record RemovalReceipt(Guid Id, DateTimeOffset RemovedAt, int Practice, int Attempts, IReadOnlyList<string> Kept);

/// <summary>
/// Removes a student from the installation: practice goes whole, attempts lose their words, and what is left of the account says nothing of
/// whom it was. Whoever teaches or administers has to lose that role first, so that sections and clients find somebody else.
/// </summary>
internal sealed class RemoveUser(AppDbContext db, WriteGate gate, AccountStamps stamps, AuditLog audit, TimeProvider clock)
{
    private const string Nobody = "Removed account";
    private static readonly TimeSpan ForLong = TimeSpan.FromDays(365 * 100);

    private static readonly IReadOnlyList<string> Kept =
    [
        "Dates, turns and scores of attempts, under \"Removed account\": figures of the section must stay true.",
        "Lines of cost without any words, under a number.",
        "The audit log: who did what and when. Where an address was changed or an invitation sent, it may name the old one.",
        "Backups made before today, until they are replaced.",
    ];

    public async Task<RemovalReceipt> HandleAsync(CurrentUser admin, Guid id, RemoveUserInput input, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw DomainException.NotFound();
        if (user.ConcurrencyStamp != input.Version)
        {
            throw new DomainException("stale", "Somebody changed this account in the meantime. Load it again.");
        }

        if (!string.Equals(user.Email, input.Email?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new DomainException("email-differs", "That is not the address of this account, so nothing was removed.", 422);
        }

        var roles = await db
            .UserRoles.Where(r => r.UserId == id)
            .Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name)
            .ToListAsync(cancellationToken);
        if (id == admin.Id || roles.Exists(role => role != Roles.Student))
        {
            throw new DomainException(
                "still-staff",
                "This account teaches or administers. Take these roles away first; its sections and clients need somebody else."
            );
        }

        var receipt = await gate.CommitAsync(
            db,
            () => RemoveAsync(admin, user, input.Reason!.Trim(), cancellationToken),
            cancellationToken
        );
        stamps.Forget(id);
        return receipt;
    }

    private async Task<RemovalReceipt> RemoveAsync(CurrentUser admin, AppUser user, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var own = db.Set<Conversation>().Where(c => c.OwnerId == user.Id);
        var practice = await own.Where(c => c.AssignmentId == null).ExecuteDeleteAsync(cancellationToken);
        var under = await own.Where(c => c.Status == ConversationStatus.Active).ToListAsync(cancellationToken);
        under.ForEach(c => c.End(EndReason.Idle, now));
        await db.SaveChangesAsync(cancellationToken);
        var attempts = await own.Select(c => c.Id).ToListAsync(cancellationToken);
        await ForgetWords.OfAsync(db, attempts, now, cancellationToken);
        await db.Set<Enrollment>()
            .Where(e => e.UserId == user.Id && e.RemovedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.RemovedAt, now), cancellationToken);
        await db.UserLogins.Where(l => l.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
        await db.UserTokens.Where(t => t.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
        // What was read is forgotten with the words of the attempts; the row is named anew.
        db.Attach(user);
        var address = $"{user.Id:N}@removed.invalid";
        (user.Email, user.NormalizedEmail, user.UserName, user.NormalizedUserName) = (
            address,
            address.ToUpperInvariant(),
            address,
            address.ToUpperInvariant()
        );
        (user.DisplayName, user.ExternalId, user.TimeZone, user.PasswordHash, user.PhoneNumber) = (Nobody, null, null, null, null);
        (user.LockoutEnabled, user.LockoutEnd) = (true, now + ForLong);
        (user.SecurityStamp, user.ConcurrencyStamp) = (RandomNumberGenerator.GetHexString(32), Guid.CreateVersion7().ToString());
        audit.Add(
            db,
            admin.Id,
            "account.removed",
            "account",
            user.Id,
            user.Id,
            before: $"{practice} of practice, {attempts.Count} attempts",
            after: reason
        );
        await db.SaveChangesAsync(cancellationToken);
        return new RemovalReceipt(user.Id, now, practice, attempts.Count, Kept);
    }
}
