using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Takes what was said, noted and reflected out of conversations, in the caller's transaction. Dates, turns, costs and scores stay.</summary>
internal static class ForgetWords
{
    public static async Task OfAsync(AppDbContext db, List<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Set<Message>()
            .Where(m => ids.Contains(m.ConversationId))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, "").SetProperty(m => m.Turn, (string?)null), cancellationToken);
        await db.Set<CoachedTurn>().Where(t => ids.Contains(t.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Debrief>().Where(d => ids.Contains(d.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OwnLabel>()
            .Where(l => ids.Contains(l.ConversationId))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Reason, ""), cancellationToken);
        var assessments = await db.Set<Assessment>()
            .Include(a => a.Criteria)
            .Where(a => ids.Contains(a.ConversationId))
            .ToListAsync(cancellationToken);
        assessments.ForEach(assessment => assessment.ForgetWords());
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await db.Set<Conversation>()
            .Where(c => ids.Contains(c.Id))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.Notes, "").SetProperty(c => c.PromptOverride, (string?)null).SetProperty(c => c.ScrubbedAt, now),
                cancellationToken
            );
    }
}
