using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>Asks for a draft of an ended attempt, or for another one. What a person decided stays as it is.</summary>
internal sealed class AskForDraft(AppDbContext db, WriteGate gate, AssessmentQueue queue, TimeProvider clock)
{
    public async Task<(Assessment Assessment, bool IsNew)> HandleAsync(
        CurrentUser user,
        Guid conversationId,
        CancellationToken cancellationToken
    )
    {
        var found = await db.Set<Conversation>()
            .AsNoTracking()
            .Where(c => c.Id == conversationId && c.SectionId != null)
            .Where(c =>
                db.Set<Enrollment>()
                    .Any(e => e.SectionId == c.SectionId && e.UserId == user.Id && e.Role != SectionRole.Student && e.RemovedAt == null)
            )
            .FirstOrDefaultAsync(cancellationToken);
        var attempt = found ?? throw SectionDoor.Refusal(user);
        if (attempt.Status == ConversationStatus.Active)
        {
            throw new DomainException("conversation-active", "This attempt is still under way. It can be scored when it has ended.");
        }

        if (attempt.Rubric is null)
        {
            throw new DomainException("no-rubric", "This attempt was held without a rubric, so there is nothing to score it by.");
        }

        var assessment = await FindAsync(conversationId, cancellationToken);
        var isNew = assessment is null;
        if (assessment is null)
        {
            assessment = Assessment.Of(attempt, clock.GetUtcNow());
            db.Add(assessment);
        }
        else
        {
            assessment.Ask(clock.GetUtcNow());
        }

        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // The queue was first.
            db.ChangeTracker.Clear();
            (assessment, isNew) = ((await FindAsync(conversationId, cancellationToken))!, false);
        }

        queue.Wake();
        return (assessment, isNew);
    }

    private Task<Assessment?> FindAsync(Guid conversationId, CancellationToken cancellationToken) =>
        db.Set<Assessment>()
            .Include(a => a.Criteria)
            .Include(a => a.Comments)
            .AsSingleQuery()
            .FirstOrDefaultAsync(a => a.ConversationId == conversationId, cancellationToken);
}
