using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

public sealed class SignInInput
{
    [NotBlank(ErrorMessage = "Enter your email.")]
    [StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Enter your password.")]
    [StringLength(256)]
    public string Password { get; set; } = "";
}

/// <summary>Checks an email and a password; counts failures and locks after too many, for ten minutes.</summary>
internal sealed class SignIn(UserManager<AppUser> users, SignInManager<AppUser> manager, AuditLog audit, AppDbContext db)
{
    /// <summary>The account, or null with the sentence to show. One sentence for "no such account" and "wrong password".</summary>
    public async Task<(AppUser? User, string? Sentence)> CheckAsync(string email, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null)
        {
            // Takes as long as a wrong password, so that addresses cannot be probed by the clock.
            users.PasswordHasher.HashPassword(new AppUser(), password);
            return (null, "That email and password do not match.");
        }

        var result = await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return (user, null);
        }

        if (!result.IsLockedOut)
        {
            return (null, "That email and password do not match.");
        }

        audit.Add(db, null, "account.locked-out", "user", user.Id, user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return (null, "Too many tries. Wait ten minutes, then try again.");
    }
}
