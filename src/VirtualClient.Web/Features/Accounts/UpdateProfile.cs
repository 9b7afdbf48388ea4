using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>A partial update: what is not named stays as it is.</summary>
public sealed class ProfileInput : IValidatableObject
{
    [StringLength(64)]
    public string? TimeZone { get; set; }

    public Theme? Theme { get; set; }

    public bool? DeliverWhole { get; set; }

    public bool? HideClock { get; set; }

    public bool IsEmpty => TimeZone is null && Theme is null && DeliverWhole is null && HideClock is null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TimeZone is { Length: > 0 } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return new ValidationResult("Choose a time zone by its name, such as America/Chicago.", [nameof(TimeZone)]);
        }
    }
}

/// <summary>The profile as the API gives it.</summary>
public sealed record Me(
    Guid Id,
    string Email,
    string Name,
    IReadOnlyList<string> Roles,
    string? TimeZone,
    Theme Theme,
    bool DeliverWhole,
    bool HideClock
)
{
    public static Me Of(CurrentUser user, AppUser row) =>
        new(
            row.Id,
            row.Email!,
            row.DisplayName,
            [
                .. new[]
                {
                    user.IsStudent ? Data.Roles.Student : null,
                    user.IsTeacher ? Data.Roles.Teacher : null,
                    user.IsAdmin ? Data.Roles.Admin : null,
                }.OfType<string>(),
            ],
            row.TimeZone,
            row.Theme,
            row.DeliverWhole,
            row.HideClock
        );
}

internal sealed class UpdateProfile(UserManager<AppUser> users)
{
    public async Task<IResult> HandleAsync(CurrentUser user, ProfileInput input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (input.IsEmpty)
        {
            return Problems.Result(400, "empty-update", "Name at least one thing to change.");
        }

        return TypedResults.Ok(Me.Of(user, await ApplyAsync(user, input)));
    }

    public async Task<AppUser> ApplyAsync(CurrentUser user, ProfileInput input)
    {
        var row = await users.FindByIdAsync(user.Id.ToString()) ?? throw DomainException.NotFound();
        row.TimeZone =
            input.TimeZone is null ? row.TimeZone
            : input.TimeZone.Length == 0 ? null
            : input.TimeZone;
        row.Theme = input.Theme ?? row.Theme;
        row.DeliverWhole = input.DeliverWhole ?? row.DeliverWhole;
        row.HideClock = input.HideClock ?? row.HideClock;
        return (await users.UpdateAsync(row)).Succeeded
            ? row
            : throw new DomainException("stale", "Your profile was changed at the same moment. Load it again.");
    }
}
