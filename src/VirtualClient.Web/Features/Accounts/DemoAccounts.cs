using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>Whether demo accounts and data are there: on in Development, off in Production unless asked for.</summary>
internal sealed record DemoMode(bool On);

/// <summary>An invented person to look around as.</summary>
internal sealed record DemoAccount(string Email, string Name, string Role, string Does);

internal static class DemoAccounts
{
    /// <summary>Exists in demo mode only.</summary>
    public const string Password = "practice-makes-better";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("student@demo.test", "Priya Nair", Roles.Student, "Practice and debrief"),
        new("student2@demo.test", "Jonas Weber", Roles.Student, "A second student"),
        new("teacher@demo.test", "Dr. Helen Marsh", Roles.Teacher, "Author, test, review"),
        new("admin@demo.test", "Owen Castell", Roles.Admin, "Watch cost and health"),
    ];
}
