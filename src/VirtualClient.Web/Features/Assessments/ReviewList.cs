using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>Where an attempt stands with its reviewers.</summary>
public enum ReviewState
{
    ToReview,

    /// <summary>Decided in full, or changed since it was released; the student does not see it yet.</summary>
    ToRelease,
    Released,

    /// <summary>Held without a rubric: read, commented on nowhere, scored never.</summary>
    NoRubric,
}

public enum ReviewFilter
{
    ToReview,
    ToRelease,
    Released,
    Late,
    All,
}

public static class ReviewFilters
{
    public static ReviewFilter Parse(string? word) =>
        Enum.TryParse<ReviewFilter>(word?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var filter)
        && Enum.IsDefined(filter)
            ? filter
            : ReviewFilter.ToReview;

    public static string Word(ReviewFilter filter) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(filter.ToString());

    public static string Label(ReviewFilter filter) =>
        filter switch
        {
            ReviewFilter.ToReview => "To review",
            ReviewFilter.ToRelease => "To release",
            _ => filter.ToString(),
        };
}

/// <summary>One ended attempt in the list of those to review.</summary>
/// <param name="Late">Ended after everybody's due date, on an extension.</param>
/// <param name="Draft">Null: it has no row in the queue yet.</param>
/// <param name="Scribe">Somebody typed what the student dictated.</param>
public sealed record ReviewRow(
    Guid ConversationId,
    Guid? AssessmentId,
    Guid StudentId,
    string Student,
    Guid PairId,
    string Client,
    int Attempt,
    DateTimeOffset EndedAt,
    bool Late,
    ReviewState State,
    DraftState? Draft,
    int Undecided,
    bool Scribe
)
{
    public bool Fits(ReviewFilter filter) =>
        filter switch
        {
            ReviewFilter.ToReview => State == ReviewState.ToReview,
            ReviewFilter.ToRelease => State == ReviewState.ToRelease,
            ReviewFilter.Released => State == ReviewState.Released,
            ReviewFilter.Late => Late,
            _ => true,
        };
}

/// <summary>The attempts of an assignment, by student, client and number.</summary>
internal sealed class ReviewList(AppDbContext db, AssignmentDoor door)
{
    public async Task<KeysetPage<ReviewRow>> OfAssignmentAsync(
        CurrentUser user,
        Guid assignmentId,
        ReviewFilter filter,
        CancellationToken cancellationToken
    )
    {
        var access = await door.StaffAsync(user, assignmentId, cancellationToken);
        return new KeysetPage<ReviewRow>([.. (await RowsAsync(access.Assignment, cancellationToken)).Where(r => r.Fits(filter))], null);
    }

    /// <summary>Of an assignment that was found to be theirs; all of them, as there are a class of them.</summary>
    public async Task<IReadOnlyList<ReviewRow>> RowsAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Conversation>()
            .Where(c =>
                c.AssignmentId == assignment.Id
                && c.Status != ConversationStatus.Active
                && c.EndReason != EndReason.SteppedOut
                && c.GivenBackAt == null
            )
            .Join(db.Users, c => c.OwnerId, u => u.Id, (c, u) => new { c, u.DisplayName })
            .Select(r => new
            {
                r.c.Id,
                r.c.OwnerId,
                r.DisplayName,
                PairId = r.c.PairId!.Value,
                r.c.ClientName,
                Attempt = r.c.AttemptNumber!.Value,
                EndedAt = r.c.EndedAt!.Value,
                r.c.DueAt,
                HasRubric = r.c.Rubric != null,
                Scribe = db.Set<Enrollment>().Any(e => e.SectionId == r.c.SectionId && e.UserId == r.c.OwnerId && e.Scribe),
                Assessment = db.Set<Assessment>()
                    .Where(a => a.ConversationId == r.c.Id)
                    .Select(a => new
                    {
                        a.Id,
                        a.State,
                        a.Undecided,
                        IsReleased = a.ReleasedAt != null,
                        a.ChangedSinceRelease,
                    })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var places = assignment.Pairs.ToDictionary(p => p.Id, p => p.Position);
        return
        [
            .. rows.OrderBy(r => r.DisplayName, StringComparer.OrdinalIgnoreCase)
                .ThenBy(r => r.OwnerId)
                .ThenBy(r => places.GetValueOrDefault(r.PairId))
                .ThenBy(r => r.Attempt)
                .Select(r => new ReviewRow(
                    r.Id,
                    r.Assessment?.Id,
                    r.OwnerId,
                    r.DisplayName,
                    r.PairId,
                    r.ClientName,
                    r.Attempt,
                    r.EndedAt,
                    r.DueAt > assignment.DueAt && r.EndedAt > assignment.DueAt,
                    !r.HasRubric ? ReviewState.NoRubric
                        : r.Assessment is null or { IsReleased: false, Undecided: > 0 } ? ReviewState.ToReview
                        : !r.Assessment.IsReleased || r.Assessment.ChangedSinceRelease ? ReviewState.ToRelease
                        : ReviewState.Released,
                    r.Assessment?.State,
                    r.Assessment?.Undecided ?? 0,
                    r.Scribe
                )),
        ];
    }
}
