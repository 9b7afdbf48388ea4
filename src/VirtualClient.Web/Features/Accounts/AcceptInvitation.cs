using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

public sealed class AcceptInvitationInput
{
    [Required]
    public string Token { get; set; } = "";

    [NotBlank(ErrorMessage = "Enter your name.")]
    [StringLength(AppUser.NameMax)]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Choose a password of 10 or more characters.")]
    [StringLength(256, MinimumLength = 10, ErrorMessage = "Choose a password of 10 or more characters.")]
    public string Password { get; set; } = "";
}

/// <summary>An invited person says what they are called and chooses a password; the account is theirs from then on.</summary>
internal sealed class AcceptInvitation(
    UserManager<AppUser> users,
    InvitationLinks links,
    AppDbContext db,
    AuditLog audit,
    InstallationState installation
)
{
    /// <summary>The account that the link completes, or null when the link is used, too old or not ours.</summary>
    public async Task<AppUser?> FindAsync(string? token)
    {
        var user = links.Read(token) is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        return user is not null && links.Fits(user, token!) ? user : null;
    }

    /// <summary>The account, signed in by the caller, or the sentence to show.</summary>
    public async Task<(AppUser? User, string? Sentence)> HandleAsync(AcceptInvitationInput input, CancellationToken cancellationToken)
    {
        if (Validation.Check(input) is { Count: > 0 } errors)
        {
            return (null, errors.Values.First()[0]);
        }

        if (installation.Now.RegistrationClosed)
        {
            return (null, "Accounts cannot be completed right now. Your school has closed this for the moment; the invitation stays good.");
        }

        if (await FindAsync(input.Token) is not { } user)
        {
            return (null, "This invitation was used or is too old. Ask your teacher for a new one.");
        }

        user.DisplayName = input.Name.Trim();
        user.EmailConfirmed = true;
        audit.Add(db, user.Id, "account.invitation-accepted", "user", user.Id, user.Id);
        cancellationToken.ThrowIfCancellationRequested();
        var result = await users.AddPasswordAsync(user, input.Password);
        return result.Succeeded ? (user, null) : (null, result.Errors.First().Description);
    }
}

internal static class InvitationForm
{
    public static async Task<IResult> PostAsync(
        [FromForm] string? token,
        [FromForm] string? name,
        [FromForm] string? password,
        AcceptInvitation accept,
        SignInManager<AppUser> manager,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var input = new AcceptInvitationInput
        {
            Token = token ?? "",
            Name = name ?? "",
            Password = password ?? "",
        };
        var (user, sentence) = await accept.HandleAsync(input, cancellationToken);
        if (user is null)
        {
            messages.Set(context, Tone.Bad, sentence!);
            return TypedResults.LocalRedirect("/invitation" + QueryString.Create("token", input.Token));
        }

        await manager.SignInAsync(user, isPersistent: true);
        messages.Set(context, Tone.Good, "Your account is ready.");
        return TypedResults.LocalRedirect("/");
    }
}
