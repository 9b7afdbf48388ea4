using Microsoft.AspNetCore.Identity;

namespace VirtualClient.Web.Data;

/// <summary>Light or dark as the viewer wants it; system follows the device.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>An account. Roles are Identity roles (<see cref="Roles"/>).</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public const int NameMax = 100;

    public string DisplayName { get; set; } = "";

    /// <summary>IANA zone id; null: the installation's zone.</summary>
    public string? TimeZone { get; set; }

    public Theme Theme { get; set; }

    /// <summary>Replies arrive whole instead of word by word; for screen readers and slow eyes.</summary>
    public bool DeliverWhole { get; set; }

    /// <summary>Hides the clock and the turns in the interview.</summary>
    public bool HideClock { get; set; }

    /// <summary>The id this person has in the institution's systems (student number, LTI subject); null until known.</summary>
    public string? ExternalId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Role names as stored.</summary>
public static class Roles
{
    public const string Student = "student";
    public const string Teacher = "teacher";
    public const string Admin = "admin";
    public static readonly string[] All = [Student, Teacher, Admin];
}
