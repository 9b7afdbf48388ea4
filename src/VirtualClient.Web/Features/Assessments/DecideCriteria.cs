using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>A level for one criterion, or that there was no opportunity for it.</summary>
public sealed class DecideInput : IValidatableObject
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    /// <summary>Key of a level of this criterion.</summary>
    [StringLength(80)]
    public string? Level { get; set; }

    public bool NoOpportunity { get; set; }

    [StringLength(AssessedCriterion.ReasonMax, ErrorMessage = "A reason is at most 1,200 characters.")]
    public string? Reason { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (NoOpportunity == !string.IsNullOrWhiteSpace(Level))
        {
            yield return new ValidationResult("Choose a level, or say that there was no opportunity.", [nameof(Level)]);
        }
    }

    public Decision ToDecision() => new(NoOpportunity ? null : Level!.Trim(), TypedText.Clean(Reason));
}

/// <summary>What the review page sends at once: some decisions, the comment on the whole, and what next.</summary>
public sealed class ReviewInput
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    /// <summary>The draft's levels were shown before a decision, because the reviewer asked for that.</summary>
    public bool SawDraft { get; set; }

    public IReadOnlyDictionary<string, Decision> Decisions { get; set; } = new Dictionary<string, Decision>();

    [StringLength(Assessment.TextMax, ErrorMessage = "The comment on the whole is at most 4,000 characters.")]
    public string Overall { get; set; } = "";

    [StringLength(Assessment.TextMax, ErrorMessage = "What to try next is at most 4,000 characters.")]
    public string Next { get; set; } = "";
}

/// <summary>The comment on the whole and what to try next.</summary>
public sealed class OverallInput : PartialInput
{
    [StringLength(Assessment.TextMax, ErrorMessage = "The comment on the whole is at most 4,000 characters.")]
    public string? Overall
    {
        get;
        set => field = Named(value);
    }

    [StringLength(Assessment.TextMax, ErrorMessage = "What to try next is at most 4,000 characters.")]
    public string? Next
    {
        get;
        set => field = Named(value);
    }

    protected override IReadOnlyList<string> Required => [nameof(Overall), nameof(Next)];
}

/// <summary>
/// Keeps what a person decided. Where the assignment releases at once, a teacher's last decision makes it visible; an assistant's waits for a
/// teacher.
/// </summary>
internal sealed class DecideCriteria(AppDbContext db, AssessmentDoor door, AuditLog audit, TimeProvider clock)
{
    public async Task<Assessment> OneAsync(CurrentUser user, Guid id, string key, DecideInput input, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        access.Assessment.RequireVersion(input.Version);
        if (Decide(access, user, key, input.ToDecision()))
        {
            await ReleaseAtOnceAsync(access, user, cancellationToken);
            await door.SaveAsync(cancellationToken);
        }

        return access.Assessment;
    }

    public async Task<Assessment> ManyAsync(CurrentUser user, Guid id, ReviewInput input, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        access.Assessment.RequireVersion(input.Version);
        var changed = access.Assessment.Say(TypedText.Clean(input.Overall), TypedText.Clean(input.Next));
        foreach (var (key, decision) in input.Decisions)
        {
            changed |= Decide(access, user, key, decision, input.SawDraft);
        }

        if (changed)
        {
            await ReleaseAtOnceAsync(access, user, cancellationToken);
            await door.SaveAsync(cancellationToken);
        }

        return access.Assessment;
    }

    public async Task<Assessment> SayAsync(CurrentUser user, Guid id, OverallInput input, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        var assessment = access.Assessment;
        assessment.RequireVersion(input.Version);
        if (
            assessment.Say(
                input.Names(nameof(input.Overall)) ? TypedText.Clean(input.Overall) : assessment.Overall,
                input.Names(nameof(input.Next)) ? TypedText.Clean(input.Next) : assessment.Next
            )
        )
        {
            await door.SaveAsync(cancellationToken);
        }

        return assessment;
    }

    private bool Decide(AssessmentAccess access, CurrentUser user, string key, Decision decision, bool sawDraft = false)
    {
        var (assessment, rubric) = (access.Assessment, access.Rubric);
        var before = assessment.Criteria.FirstOrDefault(c => c.Key == key)?.LevelKey;
        var told = assessment.Told(key) is not null;
        if (!assessment.Decide(rubric, key, decision, sawDraft || !access.DecidesFirst, user.Id, clock.GetUtcNow()))
        {
            return false;
        }

        if (told)
        {
            audit.Add(
                db,
                user.Id,
                "assessment.changed-after-release",
                "assessment",
                assessment.Id,
                assessment.StudentId,
                $"{key}: {before ?? "no opportunity"}",
                $"{key}: {decision.LevelKey ?? "no opportunity"}"
            );
        }

        return true;
    }

    private async Task ReleaseAtOnceAsync(AssessmentAccess access, CurrentUser user, CancellationToken cancellationToken)
    {
        var assessment = access.Assessment;
        if (
            !assessment.IsComplete
            || assessment.ReleasedAt is not null
            || assessment.ReopenedAt is not null
            || access.Role != SectionRole.Teacher
        )
        {
            return;
        }

        var settings = await db.Set<Assignment>()
            .Where(a => a.Id == assessment.AssignmentId)
            .Select(a => a.Settings)
            .FirstAsync(cancellationToken);
        if (settings.FeedbackRelease == FeedbackRelease.AtOnce)
        {
            assessment.Release(access.Rubric, user.Id, user.Name, clock.GetUtcNow());
            audit.Add(db, user.Id, "assessment.released", "assessment", assessment.Id, assessment.StudentId, after: "at once");
        }
    }
}
