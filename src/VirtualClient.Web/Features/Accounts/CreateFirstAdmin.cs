using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

public sealed class FirstAdminInput
{
    [NotBlank(ErrorMessage = "Enter the code that the server printed when it started.")]
    public string Code { get; set; } = "";

    [NotBlank(ErrorMessage = "Enter your name.")]
    [StringLength(AppUser.NameMax)]
    public string Name { get; set; } = "";

    [EmailAddress(ErrorMessage = "Enter an email address.")]
    [Required(ErrorMessage = "Enter your email.")]
    [StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Choose a password of 10 or more characters.")]
    [StringLength(256, MinimumLength = 10, ErrorMessage = "Choose a password of 10 or more characters.")]
    public string Password { get; set; } = "";
}

/// <summary>The one-time code printed at start while there is no admin. It lives in memory only and ends with its use.</summary>
internal sealed class FirstAdminCode
{
    private string? code;

    public string Make()
    {
        code = RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 12);
        return code;
    }

    public bool IsOpen => code is not null;

    public bool Matches(string given) =>
        code is { } set
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(set),
            Encoding.UTF8.GetBytes(given.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal))
        );

    public void Close() => code = null;
}

internal sealed class CreateFirstAdmin(UserManager<AppUser> users, AppDbContext db, FirstAdminCode code, AuditLog audit, TimeProvider clock)
{
    /// <summary>The new admin, or null with the sentences by field.</summary>
    public async Task<(AppUser? User, IReadOnlyDictionary<string, string[]> Errors)> HandleAsync(
        FirstAdminInput input,
        CancellationToken cancellationToken
    )
    {
        var errors = new Dictionary<string, string[]>(Validation.Check(input));
        if (errors.Count == 0 && (!code.Matches(input.Code) || await AnyAdminAsync(db, cancellationToken)))
        {
            errors["code"] = ["That is not the code. It is on the line that begins with \"First admin\" in the server's output."];
        }

        if (errors.Count > 0)
        {
            return (null, errors);
        }

        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = input.Email,
            Email = input.Email,
            EmailConfirmed = true,
            DisplayName = input.Name.Trim(),
            CreatedAt = clock.GetUtcNow(),
        };
        var created = await users.CreateAsync(user, input.Password);
        if (!created.Succeeded)
        {
            return (null, new Dictionary<string, string[]> { ["email"] = [.. created.Errors.Select(e => e.Description)] });
        }

        await users.AddToRoleAsync(user, Roles.Admin);
        audit.Add(db, user.Id, "account.first-admin", "user", user.Id, user.Id);
        await db.SaveChangesAsync(cancellationToken);
        code.Close();
        return (user, errors);
    }

    public static Task<bool> AnyAdminAsync(AppDbContext db, CancellationToken cancellationToken) =>
        db.UserRoles.AnyAsync(link => db.Roles.Any(role => role.Id == link.RoleId && role.Name == Roles.Admin), cancellationToken);
}
