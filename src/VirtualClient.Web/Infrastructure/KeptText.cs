using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VirtualClient.Web.Infrastructure;

/// <summary>What somebody typed into a form that came back without script: kept over one redirect, so that nobody types it twice.</summary>
public sealed class KeptText(IDataProtectionProvider protection)
{
    private const string Cookie = "vc-kept";

    /// <summary>A cookie holds about 4 KB; longer texts are kept by the browser's own form memory.</summary>
    private const int Longest = 1_500;

    private readonly IDataProtector protector = protection.CreateProtector("kept-text");

    public void Keep(HttpContext context, string? text)
    {
        if (text is { Length: > 0 and <= Longest })
        {
            context.Response.Cookies.Append(
                Cookie,
                protector.Protect(text),
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    MaxAge = TimeSpan.FromMinutes(2),
                }
            );
        }
    }

    public string? Take(HttpContext? context)
    {
        if (context?.Request.Cookies[Cookie] is not { } value || context.Response.HasStarted)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie);
        try
        {
            return protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
