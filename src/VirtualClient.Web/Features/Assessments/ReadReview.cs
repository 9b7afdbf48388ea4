using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>Everything of the review page.</summary>
/// <param name="Shown">The attempts that fit the filter.</param>
/// <param name="One">The attempt that is looked at; null when there is none.</param>
public sealed record Review(
    Assignment Assignment,
    CourseSection Section,
    SectionRole Role,
    IReadOnlyList<ReviewRow> Rows,
    IReadOnlyList<ReviewRow> Shown,
    ReviewFilter Filter,
    ReviewedAttempt? One
)
{
    public ReviewRow? Before => One is null ? null : Shown.LastOrDefault(r => PlaceOf(r) < PlaceOf(One.Row));

    public ReviewRow? After => One is null ? null : Shown.FirstOrDefault(r => PlaceOf(r) > PlaceOf(One.Row));

    /// <summary>From 1; null when the attempt is not among those that fit.</summary>
    public int? Place =>
        One is not null && Shown.ToList().FindIndex(r => r.ConversationId == One.Row.ConversationId) is >= 0 and var at ? at + 1 : null;

    private int PlaceOf(ReviewRow row) => Rows.ToList().FindIndex(r => r.ConversationId == row.ConversationId);
}

/// <param name="Assessment">Null: no row in the queue yet, or no rubric.</param>
/// <param name="OwnView">How the student saw it before the figures, as far as staff may read it.</param>
/// <param name="CoachNotes">How many notes of the coach were asked for on the way.</param>
public sealed record ReviewedAttempt(
    ReviewRow Row,
    HeldConversation Held,
    Assessment? Assessment,
    OwnView? OwnView,
    int CoachNotes,
    IReadOnlyList<OwnLabel> Labels,
    IReadOnlyList<BankedComment> Bank
)
{
    public RubricDefinition? Rubric => Held.Conversation.Rubric;
}

/// <summary>Reads the review page: six queries, one of which keeps in the audit log that the transcript was read.</summary>
internal sealed class ReadReview(AppDbContext db, WriteGate gate, AssignmentDoor door, ReviewList list, AuditLog audit)
{
    /// <param name="conversationId">Null: the first that fits the filter.</param>
    public async Task<Review> HandleAsync(
        CurrentUser user,
        Guid assignmentId,
        Guid? conversationId,
        ReviewPlace place,
        CancellationToken cancellationToken
    )
    {
        var access = await door.FindAsync(user, assignmentId, cancellationToken) ?? throw DomainException.NotFound();
        var rows = await list.RowsAsync(access.Assignment, cancellationToken);
        rows = [.. new ReviewNames(rows, place.Anonymous).InOrder(rows)];
        List<ReviewRow> shown = [.. rows.Where(r => r.Fits(place.Filter))];
        var row = conversationId is { } wanted
            ? rows.FirstOrDefault(r => r.ConversationId == wanted) ?? throw DomainException.NotFound()
            : shown.FirstOrDefault();
        var one = row is null ? null : await OneAsync(user, row, cancellationToken);
        return new Review(access.Assignment, access.Section, access.Role, rows, shown, place.Filter, one);
    }

    private async Task<ReviewedAttempt> OneAsync(CurrentUser user, ReviewRow row, CancellationToken cancellationToken)
    {
        var id = row.ConversationId;
        // The reviewer is joined so that their bank comes with it.
        var found = await db.Set<Conversation>()
            .AsNoTracking()
            .Where(c => c.Id == id)
            .Join(db.Users.Where(u => u.Id == user.Id), _ => 1, _ => 1, (c, u) => new { Conversation = c, Reviewer = u.Id })
            .Select(r => new
            {
                r.Conversation,
                Notes = db.Set<CoachedTurn>().Count(n => n.ConversationId == r.Conversation.Id),
                View = db.Set<Debrief>().Where(d => d.ConversationId == r.Conversation.Id).Select(d => d.View).FirstOrDefault(),
                Bank = db.Set<BankedComment>().Where(b => b.OwnerId == r.Reviewer).OrderByDescending(b => b.CreatedAt).ToList(),
            })
            .AsSingleQuery()
            .FirstAsync(cancellationToken);
        var messages = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == id)
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        var assessed = await db.Set<Assessment>()
            .AsNoTracking()
            .Include(a => a.Criteria)
            .Include(a => a.Comments)
            .Where(a => a.ConversationId == id)
            .Select(a => new { Assessment = a, Labels = db.Set<OwnLabel>().Where(l => l.ConversationId == a.ConversationId).ToList() })
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellationToken);
        var labels =
            assessed?.Labels ?? await db.Set<OwnLabel>().AsNoTracking().Where(l => l.ConversationId == id).ToListAsync(cancellationToken);
        var told = assessed?.Assessment.TellsSomething == true;
        audit.Add(db, user.Id, "conversation.read", "conversation", id, row.StudentId, after: told ? ScoreBlind.Seen : null);
        await gate.SaveAsync(db, cancellationToken);
        return new ReviewedAttempt(
            row,
            HeldConversation.Of(found.Conversation, messages),
            assessed?.Assessment,
            found.View is { } view ? OwnView.Parse(view).ForStaff(found.Conversation.Rules?.SelfRating == true) : null,
            found.Notes,
            [.. labels.OrderBy(l => l.At)],
            found.Bank
        );
    }
}
