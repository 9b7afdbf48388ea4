using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>One person by <c>email</c>, or many by <c>emails</c>.</summary>
public sealed class AddEnrollmentsInput : IValidatableObject
{
    public const int MostEmails = 1_000;

    [StringLength(256)]
    public string? Email { get; set; }

    /// <summary>With one email: what they are called, for an account that has to be made.</summary>
    [StringLength(100)]
    public string? Name { get; set; }

    [MaxLength(MostEmails, ErrorMessage = "At most 1,000 emails at a time. Use a file for more.")]
    public IReadOnlyList<string>? Emails { get; set; }

    public SectionRole? Role { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((Email is null) == (Emails is null))
        {
            yield return new ValidationResult("Send an email, or a list of emails.", [nameof(Email)]);
        }
        else if (Email is not null && !EnrollPeople.IsEmail(Email.Trim()))
        {
            yield return new ValidationResult("That is not an email address.", [nameof(Email)]);
        }
        else if (Emails is { Count: 0 } || Emails?.Any(e => e is null) == true)
        {
            yield return new ValidationResult("The list of emails has nobody in it.", [nameof(Emails)]);
        }
    }
}

/// <summary>What became of one email.</summary>
/// <param name="Result">created, reactivated, unchanged or refused.</param>
public sealed record EnrollItem(
    string Email,
    string Result,
    EnrollmentView? Enrollment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail
);

/// <summary>Adds one person or several to a section.</summary>
internal sealed class AddEnrollments(SectionDoor door, EnrollPeople enroll, InvitationLinks links, MailInvitations mails)
{
    public async Task<IReadOnlyList<EnrollItem>> HandleAsync(
        CurrentUser user,
        Guid sectionId,
        AddEnrollmentsInput input,
        CancellationToken cancellationToken
    )
    {
        var section = await door.TeacherAsync(user, sectionId, cancellationToken);
        section.RequireCurrent();
        var role = input.Role ?? SectionRole.Student;
        var results = await enroll.HandleAsync(
            user.Id,
            sectionId,
            [.. (input.Emails ?? [input.Email!]).Select(email => new EnrollLine(email.Trim(), role, input.Name?.Trim()))],
            dryRun: false,
            cancellationToken
        );
        await mails.QueueAsync(user.Id, sectionId, links.Site(), results, cancellationToken);
        return [.. results.Select(View)];
    }

    private EnrollItem View(EnrollResult result)
    {
        var invited = result.User is { } user && InvitationLinks.IsOpen(user);
        return new EnrollItem(
            result.Line.Email,
            Codes.Of(result.Outcome),
            result.Enrollment is { } enrollment
                ? EnrollmentView.Of(enrollment, result.User!, invited, invited ? links.To(result.User!) : null)
                : null,
            result.Code,
            result.Sentence
        );
    }
}
