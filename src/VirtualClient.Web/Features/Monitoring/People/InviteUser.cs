using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.People;

public sealed class InviteUserInput
{
    [Required(ErrorMessage = "Enter an email address.")]
    [EmailAddress(ErrorMessage = "Enter an email address.")]
    [StringLength(256)]
    public string? Email { get; set; }

    [StringLength(AppUser.NameMax, ErrorMessage = "A name has at most 100 characters.")]
    public string? Name { get; set; }

    /// <summary>student, teacher or admin.</summary>
    [Required(ErrorMessage = "Choose student, teacher or admin.")]
    [RegularExpression("student|teacher|admin", ErrorMessage = "Choose student, teacher or admin.")]
    public string? Role { get; set; }
}

/// <param name="Invitation">The link with which the person completes the account; give it to nobody else.</param>
public sealed record InvitedUser(Guid Id, string Email, string Invitation);

/// <summary>Makes an account that its owner completes with a link. Again for the same open account gives its link.</summary>
internal sealed class InviteUser(AppDbContext db, WriteGate gate, InviteAccounts accounts, InvitationLinks links, AuditLog audit)
{
    public async Task<InvitedUser> HandleAsync(CurrentUser admin, InviteUserInput input, CancellationToken cancellationToken)
    {
        var email = input.Email!.Trim();
        var name = string.IsNullOrWhiteSpace(input.Name) ? null : input.Name.Trim();
        var known = await accounts.FindOrMakeAsync(db, [new Invitee(email, name, null, Make: true)], cancellationToken);
        var user = known[accounts.Key(email)].User;
        if (db.Entry(user).State != EntityState.Added)
        {
            return InvitationLinks.IsOpen(user)
                ? new InvitedUser(user.Id, user.Email!, links.To(user))
                : throw new DomainException("email-taken", "Somebody with this email has an account already.");
        }

        if (input.Role != Roles.Student)
        {
            var role = await db.Roles.Where(r => r.Name == input.Role).Select(r => r.Id).SingleAsync(cancellationToken);
            var student = db.ChangeTracker.Entries<IdentityUserRole<Guid>>().Single(link => link.Entity.UserId == user.Id);
            student.State = EntityState.Detached;
            db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role });
        }

        audit.Add(db, admin.Id, "account.invited", "user", user.Id, user.Id, after: input.Role);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            throw new DomainException("email-taken", "Somebody with this email has an account already.");
        }

        return new InvitedUser(user.Id, user.Email!, links.To(user));
    }
}
