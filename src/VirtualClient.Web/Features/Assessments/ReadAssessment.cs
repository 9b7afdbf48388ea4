using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>An attempt's assessment: all of it for those who review, what was released for the student.</summary>
internal sealed class ReadAssessment(AppDbContext db, WriteGate gate, AuditLog audit) : IReleasedFeedback, IAttemptFeedback
{
    public IQueryable<AttemptFeedback> Released =>
        db.Set<Assessment>()
            .Where(a => a.ReleasedAt != null)
            .Select(a => new AttemptFeedback { ConversationId = a.ConversationId, ReleasedAt = a.ReleasedAt!.Value });

    /// <returns>An <see cref="AssessmentView"/> or a <see cref="StudentAssessmentView"/>.</returns>
    /// <param name="showDraft">Shows the draft's levels in graded work before a person decided.</param>
    public async Task<object> OfConversationAsync(
        CurrentUser user,
        Guid conversationId,
        bool showDraft,
        CancellationToken cancellationToken
    )
    {
        var found = await db.Set<Conversation>()
            .AsNoTracking()
            .ReadableBy(db, user)
            .Where(c => c.Id == conversationId && c.AssignmentId != null && c.Status != ConversationStatus.Active)
            .Select(c => new
            {
                c.OwnerId,
                c.Rubric,
                Kind = db.Set<Assignment>().Where(a => a.Id == c.AssignmentId).Select(a => a.Kind).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found?.Rubric is null)
        {
            throw DomainException.NotFound();
        }

        var assessment = await db.Set<Assessment>()
            .AsNoTracking()
            .Include(a => a.Criteria)
            .Include(a => a.Comments)
            .AsSingleQuery()
            .FirstOrDefaultAsync(a => a.ConversationId == conversationId, cancellationToken);
        if (found.OwnerId == user.Id)
        {
            return new StudentAssessmentView(
                conversationId,
                assessment?.Released is not null ? "released"
                    : assessment?.ReopenedAt is not null ? "reopened"
                    : "not_released",
                assessment?.Released
            );
        }

        if (assessment is null)
        {
            throw DomainException.NotFound();
        }

        var told = assessment.TellsSomething ? ScoreBlind.Seen : null;
        audit.Add(db, user.Id, "conversation.read", "conversation", conversationId, found.OwnerId, after: told);
        await gate.SaveAsync(db, cancellationToken);
        return AssessmentView.Of(assessment, found.Rubric, found.Kind == AssignmentKind.Graded && !showDraft);
    }

    /// <summary>After a change, for the one who made it.</summary>
    public async Task<AssessmentView> ViewAsync(Assessment assessment, CancellationToken cancellationToken)
    {
        var held = await db.Set<Conversation>()
            .Where(c => c.Id == assessment.ConversationId)
            .Select(c => new
            {
                c.Rubric,
                Kind = db.Set<Assignment>().Where(a => a.Id == c.AssignmentId).Select(a => a.Kind).FirstOrDefault(),
            })
            .FirstAsync(cancellationToken);
        return AssessmentView.Of(assessment, held.Rubric!, held.Kind == AssignmentKind.Graded);
    }

    public async Task<FeedbackState?> OfAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var row = await db.Set<Conversation>()
            .Where(c => c.Id == conversationId && c.AssignmentId != null)
            .Join(
                db.Set<Assignment>(),
                c => c.AssignmentId,
                a => a.Id,
                (c, a) =>
                    new
                    {
                        c.Id,
                        IsAssessed = c.Rubric != null,
                        a.Settings,
                        a.DueAt,
                    }
            )
            .LeftJoin(
                db.Set<Assessment>(),
                r => r.Id,
                a => a.ConversationId,
                (r, a) =>
                    new
                    {
                        r.IsAssessed,
                        r.Settings,
                        r.DueAt,
                        Released = a == null ? null : a.Released,
                        ReopenedAt = a == null ? null : a.ReopenedAt,
                    }
            )
            .FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new FeedbackState(row.Released, row.Settings.FeedbackRelease, row.DueAt, row.ReopenedAt is not null, row.IsAssessed);
    }
}
