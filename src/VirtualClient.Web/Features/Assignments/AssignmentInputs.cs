using System.ComponentModel.DataAnnotations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

public sealed class CreateAssignmentInput : IValidatableObject
{
    [NotBlank(ErrorMessage = "Give the assignment a title.")]
    [StringLength(Assignment.TitleMax, ErrorMessage = "A title is at most 200 characters.")]
    public string Title { get; set; } = "";

    [StringLength(Assignment.DescriptionMax, ErrorMessage = "A description is at most 10,000 characters.")]
    public string? Description { get; set; }

    public AssignmentKind? Kind { get; set; }

    public DateTimeOffset? AvailableFrom { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    [Range(1, 1_000, ErrorMessage = "Attempts are 1 or more, or left out for as many as they like.")]
    public int? MaxAttempts { get; set; }

    public SettingsInput? Settings { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        AssignmentInputs.Check(AvailableFrom, DueAt, Settings);
}

public sealed class ChangeAssignmentInput : PartialInput
{
    [RegularExpression(@"(?s).*\S.*", ErrorMessage = "Give the assignment a title.")]
    [StringLength(Assignment.TitleMax, MinimumLength = 1, ErrorMessage = "A title is 1 to 200 characters.")]
    public string? Title
    {
        get;
        set => field = Named(value);
    }

    [StringLength(Assignment.DescriptionMax, ErrorMessage = "A description is at most 10,000 characters.")]
    public string? Description
    {
        get;
        set => field = Named(value);
    }

    public AssignmentKind? Kind
    {
        get;
        set => field = Named(value);
    }

    public DateTimeOffset? AvailableFrom
    {
        get;
        set => field = Named(value);
    }

    public DateTimeOffset? DueAt
    {
        get;
        set => field = Named(value);
    }

    [Range(1, 1_000, ErrorMessage = "Attempts are 1 or more, or null for as many as they like.")]
    public int? MaxAttempts
    {
        get;
        set => field = Named(value);
    }

    public SettingsInput? Settings
    {
        get;
        set => field = Named(value);
    }

    protected override IReadOnlyList<string> Required => [nameof(Title), nameof(Description), nameof(Kind), nameof(Settings)];

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        base.Validate(validationContext).Concat(AssignmentInputs.Check(AvailableFrom, DueAt, Settings));
}

/// <summary>A client and the rubric to judge by.</summary>
public sealed class PairInput
{
    [Required(ErrorMessage = "Say which client.")]
    public Guid? ClientId { get; set; }

    public Guid? RubricId { get; set; }
}

public sealed class PairsInput : IValidatableObject
{
    [Required(ErrorMessage = "Send the items.")]
    [Length(1, 100, ErrorMessage = "1 to 100 clients at a time.")]
    public IReadOnlyList<PairInput>? Items { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Items?.Any(i => i?.ClientId is null) == true)
        {
            yield return new ValidationResult("Each item has a clientId.", [nameof(Items)]);
        }
    }
}

public sealed class ChangePairInput : PartialInput
{
    public Guid? RubricId
    {
        get;
        set => field = Named(value);
    }

    /// <summary>From 0, where it stands among the others.</summary>
    [Range(0, 1_000, ErrorMessage = "A position counts from 0.")]
    public int? Position
    {
        get;
        set => field = Named(value);
    }

    protected override IReadOnlyList<string> Required => [nameof(Position)];
}

public sealed class ExtensionInput
{
    /// <summary>0 when there is no extension yet.</summary>
    [Required(ErrorMessage = "Send the version that this change is based on, 0 for a first one.")]
    public int? Version { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    [Range(0, 100, ErrorMessage = "Extra attempts are 0 to 100.")]
    public int ExtraAttempts { get; set; }

    [NotBlank(ErrorMessage = "Say why; it is kept for the record.")]
    [StringLength(AssignmentExtension.ReasonMax, ErrorMessage = "A reason is at most 500 characters.")]
    public string Reason { get; set; } = "";
}

internal static class AssignmentInputs
{
    public static IEnumerable<ValidationResult> Check(DateTimeOffset? from, DateTimeOffset? due, SettingsInput? settings)
    {
        if (from >= due)
        {
            yield return new ValidationResult("The due date comes after the moment it becomes available.", [nameof(Assignment.DueAt)]);
        }

        if (settings is not null)
        {
            foreach (var (field, sentences) in Validation.Check(settings))
            {
                yield return new ValidationResult(sentences[0], ["settings." + field]);
            }
        }
    }
}
