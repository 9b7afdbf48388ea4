using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Times are UTC in, the viewer's zone out, with the zone named.</summary>
public sealed class ViewerTime(IOptions<InstallationOptions> installation)
{
    public TimeZoneInfo ZoneOf(ClaimsPrincipal viewer) => Find(viewer.FindFirstValue(AppClaims.TimeZone) ?? installation.Value.TimeZone);

    /// <summary>"Mon 23 November, 09:12".</summary>
    public static string Say(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
