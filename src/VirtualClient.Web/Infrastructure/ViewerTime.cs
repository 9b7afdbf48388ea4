using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Times are UTC in, the viewer's zone out, with the zone named.</summary>
public sealed class ViewerTime(IOptions<InstallationOptions> installation)
{
    /// <summary>The browser's own zone, written by shell.js; used until somebody sets one in the profile.</summary>
    private const string ZoneCookie = "vc-zone";

    /// <summary>As set in the profile, else the browser's own, else the school's.</summary>
    public TimeZoneInfo ZoneOf(HttpContext context) =>
        Known(context.User.FindFirstValue(AppClaims.TimeZone))
        ?? Known(Uri.UnescapeDataString(context.Request.Cookies[ZoneCookie] ?? ""))
        ?? Find(installation.Value.TimeZone);

    /// <summary>"Mon 23 November, 09:12".</summary>
    public static string Say(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    public static TimeZoneInfo Find(string id) => Known(id) ?? TimeZoneInfo.Utc;

    private static TimeZoneInfo? Known(string? id) =>
        id is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
