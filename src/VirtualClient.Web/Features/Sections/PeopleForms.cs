using Microsoft.AspNetCore.Mvc;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>The forms of the roster and of one person in it.</summary>
internal static class PeopleForms
{
    public static void MapPeopleForms(this RouteGroupBuilder forms)
    {
        forms.MapPost("/{id:guid}/enroll", EnrollAsync);
        forms.MapPost("/{id:guid}/people/{userId:guid}/change", ChangeAsync);
        forms.MapPost("/{id:guid}/people/{userId:guid}/remove", RemoveAsync);
        forms.MapPost("/{id:guid}/contact/{userId:guid}/answered", AnsweredAsync);
    }

    /// <summary>Comes back to the section, or to the teacher's home.</summary>
    private static Task<IResult> AnsweredAsync(
        Guid id,
        Guid userId,
        [FromForm] string? back,
        CurrentUser user,
        ContactWishes wishes,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            "/",
            async () =>
            {
                await wishes.AnswerAsync(user, id, userId, cancellationToken);
                return (back == "section" ? $"/sections/{id}" : "/", "Thank you. It is off your list.");
            }
        );

    private static Task<IResult> EnrollAsync(
        Guid id,
        [FromForm] string? emails,
        [FromForm] string? role,
        CurrentUser user,
        AddEnrollments add,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/sections/{id}/roster",
            async () =>
            {
                var list = (emails ?? "").Split(
                    [' ', ',', ';', '\n', '\r', '\t', '<', '>'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                );
                var input = SectionForms.Checked(
                    new AddEnrollmentsInput
                    {
                        Emails = [.. list.Where(word => list.Length == 1 || word.Contains('@', StringComparison.Ordinal))],
                        Role = RoleOf(role),
                    }
                );
                var items = await add.HandleAsync(user, id, input, cancellationToken);
                return ($"/sections/{id}/roster", Say(items));
            }
        );

    private static Task<IResult> ChangeAsync(
        Guid id,
        Guid userId,
        [FromForm] int version,
        [FromForm] string? role,
        [FromForm] string? extraTime,
        [FromForm] bool? clockHidden,
        [FromForm] bool? scribe,
        CurrentUser user,
        ChangeEnrollment change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/sections/{id}/people/{userId}",
            async () =>
            {
                var input = new ChangeEnrollmentInput
                {
                    Version = version,
                    Role = RoleOf(role),
                    ExtraTime = Codes.Find<ExtraTime>(extraTime ?? "") ?? ExtraTime.Standard,
                    ClockHidden = clockHidden ?? false,
                    Scribe = scribe ?? false,
                };
                await change.HandleAsync(user, id, userId, input, cancellationToken);
                return ($"/sections/{id}/people/{userId}", "Saved.");
            }
        );

    private static Task<IResult> RemoveAsync(
        Guid id,
        Guid userId,
        CurrentUser user,
        ChangeEnrollment change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/sections/{id}/people/{userId}",
            async () =>
            {
                await change.RemoveAsync(user, id, userId, cancellationToken);
                return ($"/sections/{id}/roster", "Removed from the section. What they did is kept, and you can add them again.");
            }
        );

    private static SectionRole RoleOf(string? role) => Codes.Find<SectionRole>(role ?? "") ?? SectionRole.Student;

    private static string Say(IReadOnlyList<EnrollItem> items)
    {
        var added = items.Count(i => i.Result is "created" or "reactivated");
        var same = items.Count(i => i.Result == "unchanged");
        var refused = items.Where(i => i.Detail is not null).ToList();
        var parts = new[]
        {
            added > 0 ? $"{Moment.Count(added, "person").Replace("persons", "people", StringComparison.Ordinal)} added." : null,
            same > 0 ? $"{same} there already." : null,
            refused.Count > 0 ? $"{refused.Count} not added: {refused[0].Detail}" : null,
        };
        return string.Join(' ', parts.OfType<string>());
    }
}
