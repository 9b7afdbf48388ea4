using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <param name="First">What was decided meanwhile; only once one's own levels are given.</param>
public sealed record SecondCriterion(string Key, string Name, string? Mine, string? First);

/// <summary>A second reviewer's view of one attempt: nothing of draft and decisions until their own levels are given.</summary>
public sealed record SecondView(Guid AssessmentId, bool Given, IReadOnlyList<SecondCriterion> Criteria);

/// <summary>The page of a second reviewer.</summary>
/// <param name="Mine">Null: not given yet.</param>
public sealed record SecondPageModel(
    CourseSection Section,
    Assignment Assignment,
    IReadOnlyList<ReviewRow> Rows,
    ReviewRow? Row,
    Conversation? Conversation,
    IReadOnlyList<Message> Messages,
    Assessment? Assessment,
    SecondReview? Mine,
    bool MayScore
);

internal sealed class ReadSecond(
    AppDbContext db,
    WriteGate gate,
    AssignmentDoor door,
    AssessmentDoor assessments,
    ReviewList list,
    AuditLog audit
)
{
    public const string NoOpportunity = "No opportunity";

    public async Task<SecondView> HandleAsync(CurrentUser user, Guid assessmentId, CancellationToken cancellationToken)
    {
        var access = await assessments.StaffAsync(user, assessmentId, cancellationToken);
        var mine = await db.Set<SecondReview>()
            .AsNoTracking()
            .FirstOrDefaultAsync(s => s.AssessmentId == assessmentId && s.ReviewerId == user.Id, cancellationToken);
        return new SecondView(assessmentId, mine is not null, Compare(access.Assessment, access.Rubric, mine));
    }

    public static IReadOnlyList<SecondCriterion> Compare(Assessment assessment, RubricDefinition rubric, SecondReview? mine) =>
        [
            .. assessment.InOrder.Select(c =>
            {
                var own = mine?.Levels.FirstOrDefault(l => l.Key == c.Key);
                return new SecondCriterion(
                    c.Key,
                    rubric.Find(c.Key)!.Name,
                    own is null ? null : own.LevelName ?? NoOpportunity,
                    mine is null || !c.IsDecided ? null : c.LevelName ?? NoOpportunity
                );
            }),
        ];

    /// <summary>The first that this person has not scored and may; when there is none, the first.</summary>
    private async Task<ReviewRow?> FirstOpenAsync(CurrentUser user, List<ReviewRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.AssessmentId!.Value).ToList();
        var seen = ScoreBlind.SightsOf(db, user.Id);
        var closed = await db.Set<Assessment>()
            .Where(a => ids.Contains(a.Id))
            .Where(a =>
                db.Set<SecondReview>().Any(s => s.AssessmentId == a.Id && s.ReviewerId == user.Id)
                || a.Criteria.Any(c => c.DecidedBy == user.Id)
                || seen.Any(e => e.SubjectId == a.StudentId && e.TargetId == a.ConversationId)
            )
            .Select(a => a.Id)
            .ToListAsync(cancellationToken);
        return rows.Find(r => !closed.Contains(r.AssessmentId!.Value)) ?? rows.FirstOrDefault();
    }

    /// <param name="conversationId">Null: the first that this person has not scored and may.</param>
    public async Task<SecondPageModel> PageAsync(
        CurrentUser user,
        Guid assignmentId,
        Guid? conversationId,
        CancellationToken cancellationToken
    )
    {
        var access = await door.FindAsync(user, assignmentId, cancellationToken) ?? throw DomainException.NotFound();
        var all = await list.RowsAsync(access.Assignment, cancellationToken);
        List<ReviewRow> rows = [.. new ReviewNames(all, anonymous: true).InOrder(all.Where(r => r.AssessmentId is not null))];
        var row = conversationId is { } wanted
            ? rows.Find(r => r.ConversationId == wanted) ?? throw DomainException.NotFound()
            : await FirstOpenAsync(user, rows, cancellationToken);
        if (row is null)
        {
            return new SecondPageModel(access.Section, access.Assignment, rows, null, null, [], null, null, false);
        }

        var messages = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == row.ConversationId && m.Text != "")
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        var seen = ScoreBlind.SightsOf(db, user.Id);
        var found = await db.Set<Assessment>()
            .AsNoTracking()
            .Include(a => a.Criteria)
            .Where(a => a.Id == row.AssessmentId)
            .Join(db.Set<Conversation>(), a => a.ConversationId, c => c.Id, (a, c) => new { a, c })
            .Select(r => new
            {
                Assessment = r.a,
                Conversation = r.c,
                Saw = seen.Any(e => e.SubjectId == r.a.StudentId && e.TargetId == r.c.Id),
                Mine = db.Set<SecondReview>().Where(s => s.AssessmentId == r.a.Id && s.ReviewerId == user.Id).ToList(),
            })
            .AsSingleQuery()
            .FirstAsync(cancellationToken);
        audit.Add(db, user.Id, "conversation.read", "conversation", row.ConversationId, row.StudentId);
        await gate.SaveAsync(db, cancellationToken);
        return new SecondPageModel(
            access.Section,
            access.Assignment,
            rows,
            row,
            found.Conversation,
            messages,
            found.Assessment,
            found.Mine.FirstOrDefault(),
            !access.Section.IsArchived && !found.Saw && found.Assessment.Criteria.All(c => c.DecidedBy != user.Id)
        );
    }
}
