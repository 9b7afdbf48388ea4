using System.Security.Claims;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Components;

/// <summary>
/// The person who looks at the page, as the shell needs them; read from the sign-in cookie without a query and cascaded to every component.
/// </summary>
public sealed record Viewer
{
    public const string ThemeCookie = "vc-theme";

    /// <summary>Stable id of the account, or null when nobody is signed in.</summary>
    public string? Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Role names, in the order of <see cref="RoleNames"/>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Times are shown in this zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>"system", "light" or "dark".</summary>
    public string Theme { get; init; } = "system";

    /// <summary>UTC, the moment this page was made.</summary>
    public required DateTimeOffset Now { get; init; }

    public bool IsSignedIn => Id is not null;

    public static readonly IReadOnlyList<string> RoleNames = ["student", "teacher", "admin"];

    /// <summary>The role as people say it.</summary>
    public string RoleLabel =>
        (Roles.Count == 0 ? "" : Roles[^1]) switch
        {
            "student" => "Student",
            "teacher" => "Teacher",
            "admin" => "Administrator",
            _ => "",
        };

    public static Viewer Of(HttpContext? context, TimeProvider clock)
    {
        var person = context?.User;
        var id = person?.FindFirstValue(ClaimTypes.NameIdentifier);
        return new Viewer
        {
            Id = id,
            Name = person?.FindFirstValue("vc:name") ?? person?.Identity?.Name ?? "",
            Roles = id is null ? [] : [.. RoleNames.Where(role => person!.IsInRole(role))],
            Zone = context?.RequestServices?.GetService<ViewerTime>()?.ZoneOf(context) ?? TimeZoneInfo.Utc,
            Theme = ParseTheme(context?.Request.Cookies[ThemeCookie] ?? person?.FindFirstValue("vc:theme")),
            Now = clock.GetUtcNow(),
        };
    }

    public static string ParseTheme(string? theme) => theme is "light" or "dark" ? theme : "system";
}
