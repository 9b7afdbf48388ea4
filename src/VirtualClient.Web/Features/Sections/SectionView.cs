using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Sections;

/// <summary>What students join with.</summary>
/// <param name="Link">The whole address of the page to join on, with the code in it.</param>
public sealed record JoinCodeView(string Code, DateTimeOffset ExpiresAt, string Link);

/// <summary>How many students a section has and had.</summary>
public sealed record SectionStatistics(int Active, int Removed, int Total)
{
    public static readonly SectionStatistics None = new(0, 0, 0);
}

/// <summary>A section as its teachers and assistants see it.</summary>
/// <param name="Role">What the person who asks is in it.</param>
public sealed record SectionView(
    Guid Id,
    string Name,
    string CourseCode,
    string Term,
    bool Archived,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset CreatedAt,
    string Role,
    SectionStatistics Students,
    JoinCodeView? JoinCode,
    int Version
);

/// <summary>Somebody on the roster.</summary>
/// <param name="Invited">An account that nobody has completed yet.</param>
/// <param name="Invitation">The link to complete it, for teachers; otherwise null.</param>
public sealed record EnrollmentView(
    Guid UserId,
    string Name,
    string Email,
    string? StudentNumber,
    string Role,
    string Status,
    DateTimeOffset EnrolledAt,
    DateTimeOffset? RemovedAt,
    bool Invited,
    string? Invitation,
    string ExtraTime,
    bool ClockHidden,
    bool Scribe,
    int Version
)
{
    public static EnrollmentView Of(Enrollment enrollment, AppUser user, bool invited, string? invitation) =>
        new(
            user.Id,
            user.DisplayName,
            user.Email!,
            user.ExternalId,
            Codes.Of(enrollment.Role),
            enrollment.IsActive ? "active" : "removed",
            enrollment.EnrolledAt,
            enrollment.RemovedAt,
            invited,
            invitation,
            Codes.Of(enrollment.ExtraTime),
            enrollment.ClockHidden,
            enrollment.Scribe,
            enrollment.Version
        );
}

/// <summary>Words of roles and settings.</summary>
internal static class SectionWords
{
    public static string Of(SectionRole role) =>
        role switch
        {
            SectionRole.Teacher => "Teacher",
            SectionRole.Assistant => "Assistant",
            _ => "Student",
        };

    public static string Of(ExtraTime time) =>
        time switch
        {
            ExtraTime.Quarter => "A quarter more",
            ExtraTime.Half => "Half as much again",
            ExtraTime.Double => "Twice the time",
            ExtraTime.Unlimited => "No time limit",
            _ => "As everybody",
        };

    /// <summary>The time limit that somebody with this setting has; null: none.</summary>
    public static TimeSpan? Stretch(this ExtraTime time, TimeSpan limit) =>
        time switch
        {
            ExtraTime.Quarter => limit * 1.25,
            ExtraTime.Half => limit * 1.5,
            ExtraTime.Double => limit * 2,
            ExtraTime.Unlimited => null,
            _ => limit,
        };
}
