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
    /// <summary>For an address nobody has, for a wrong password and for a locked account, so that none of them tells which it is.</summary>
    public const string NoMatch = "That email and password do not match. After several wrong tries, wait ten minutes before the next.";

    /// <summary>The account, or null with the sentence to show.</summary>
    public async Task<(AppUser? User, string? Sentence)> CheckAsync(string email, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null || await users.IsLockedOutAsync(user))
        {
            // Takes as long as a wrong password, so that addresses cannot be probed by the clock.
            users.PasswordHasher.HashPassword(new AppUser(), password);
            return (null, NoMatch);
        }

        var result = await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return (user, null);
        }

        if (result.IsLockedOut)
        {
            audit.Add(db, null, "account.locked-out", "user", user.Id, user.Id);
            await db.SaveChangesAsync(cancellationToken);
        }

        return (null, NoMatch);
    }
}
