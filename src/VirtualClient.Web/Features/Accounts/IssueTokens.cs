using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

public sealed class TokensInput
{
    [NotBlank(ErrorMessage = "Enter your email.")]
    [StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Enter your password.")]
    [StringLength(256)]
    public string Password { get; set; } = "";
}

public sealed class RefreshInput
{
    [Required(ErrorMessage = "Send the refresh token.")]
    [StringLength(8192)]
    public string RefreshToken { get; set; } = "";
}

public sealed record Tokens(string AccessToken, int ExpiresInSeconds, string RefreshToken);

/// <summary>Bearer tokens for scripts. A refresh token dies with the password or with "sign out everywhere".</summary>
internal sealed class IssueTokens(
    SignIn signIn,
    SignInManager<AppUser> manager,
    IOptionsMonitor<BearerTokenOptions> options,
    TimeProvider clock
)
{
    public async Task<IResult> HandleAsync(TokensInput input, CancellationToken cancellationToken)
    {
        var (user, sentence) = await signIn.CheckAsync(input.Email, input.Password, cancellationToken);
        return user is null
            ? Problems.Result(401, "sign-in-failed", sentence!)
            : TypedResults.Ok(Make(await manager.CreateUserPrincipalAsync(user)));
    }

    public async Task<IResult> RefreshAsync(RefreshInput input)
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(input.RefreshToken);
        if (
            ticket?.Properties.ExpiresUtc is { } expires
            && expires > clock.GetUtcNow()
            && await manager.ValidateSecurityStampAsync(ticket.Principal) is { } user
        )
        {
            return TypedResults.Ok(Make(await manager.CreateUserPrincipalAsync(user)));
        }

        return Problems.Result(401, "sign-in-needed", "That refresh token is no longer good. Sign in again.");
    }

    private Tokens Make(ClaimsPrincipal principal)
    {
        var scheme = options.Get(IdentityConstants.BearerScheme);
        var now = clock.GetUtcNow();
        return new Tokens(
            scheme.BearerTokenProtector.Protect(Ticket(principal, now + TokenLifetime.Access, "AccessToken")),
            (int)TokenLifetime.Access.TotalSeconds,
            scheme.RefreshTokenProtector.Protect(Ticket(principal, now + TokenLifetime.Refresh, "RefreshToken"))
        );
    }

    private static AuthenticationTicket Ticket(ClaimsPrincipal principal, DateTimeOffset expires, string kind) =>
        new(principal, new AuthenticationProperties { ExpiresUtc = expires }, $"{IdentityConstants.BearerScheme}:{kind}");
}
