using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>
/// The link with which an invited person completes their account: nothing is stored for it, it holds for 60 days, and it dies with its use,
/// because it names the account's security stamp.
/// </summary>
internal sealed class InvitationLinks(
    IDataProtectionProvider protection,
    IOptions<InstallationOptions> installation,
    IHttpContextAccessor http
)
{
    public static readonly TimeSpan HoldsFor = TimeSpan.FromDays(60);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("invitation").ToTimeLimitedDataProtector();

    /// <summary>Invited by a teacher and not completed yet.</summary>
    public static bool IsOpen(AppUser user) => user is { PasswordHash: null, EmailConfirmed: false };

    /// <summary>The whole address, for an email or a message to the person.</summary>
    public string To(AppUser user) => Site() + "/invitation?token=" + Token(user);

    public string Token(AppUser user) => WebEncoders.Base64UrlEncode(protector.Protect(Payload(user), HoldsFor));

    /// <summary>Whom the token is for; null when it was not made here or is too old. Check with <see cref="Fits"/>.</summary>
    public Guid? Read(string? token)
    {
        try
        {
            return new Guid(protector.Unprotect(WebEncoders.Base64UrlDecode(token ?? "")).AsSpan(0, 16));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the token is still the one for this account.</summary>
    public bool Fits(AppUser user, string token) =>
        IsOpen(user) && CryptographicOperations.FixedTimeEquals(protector.Unprotect(WebEncoders.Base64UrlDecode(token)), Payload(user));

    /// <summary>Where people reach this server: as configured, else as this request did.</summary>
    public string Site() =>
        installation.Value.PublicAddress?.ToString().TrimEnd('/')
        ?? (http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : "");

    private static byte[] Payload(AppUser user) =>
        [.. user.Id.ToByteArray(), .. SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.SecurityStamp!))];
}
