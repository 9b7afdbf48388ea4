using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VirtualClient.Web.Components.Ui;

/// <summary>
/// One sentence that travels with a redirect to the next page ("Feedback released to Priya Nair."), in a cookie that only this server can
/// write and that is gone once it was shown.
/// </summary>
public sealed class StatusMessages(IDataProtectionProvider protection)
{
    private const string Cookie = "vc-status";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("status-message").ToTimeLimitedDataProtector();

    /// <summary>Call before redirecting. <paramref name="sentence"/> is text, at most 300 characters are kept.</summary>
    public void Set(HttpContext context, Tone tone, string sentence)
    {
        var kept = sentence.Length > 300 ? sentence[..300] : sentence;
        context.Response.Cookies.Append(
            Cookie,
            protector.Protect($"{(int)tone}|{kept}", TimeSpan.FromMinutes(2)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                Path = "/",
            }
        );
    }

    /// <summary>The message for this page, once.</summary>
    public (Tone Tone, string Sentence)? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } value)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });
        try
        {
            return protector.Unprotect(value).Split('|', 2) is [var tone, var sentence] ? ((Tone)int.Parse(tone), sentence) : null;
        }
        catch (CryptographicException)
        {
            // Too old, or written by somebody else: no message.
            return null;
        }
    }
}
