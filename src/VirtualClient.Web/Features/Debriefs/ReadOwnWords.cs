using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>What a student said about a conversation, as whoever may read it gets it.</summary>
/// <param name="View">Null: nothing was said yet.</param>
/// <param name="OwnLabels">Turns that are seen differently than the rules see them.</param>
/// <param name="CoachNotes">How many notes were asked for on the way.</param>
/// <param name="Scribe">Somebody may have typed for this student.</param>
public sealed record OwnWordsView(OwnView? View, IReadOnlyList<OwnLabelView> OwnLabels, int CoachNotes, bool Scribe);

/// <summary>
/// The holder gets all of it. Teachers and assistants of an attempt's section get the five questions and the labels, and the rating where the
/// assignment asks for it; how it felt is the student's own, and so is all of it in practice that is shared.
/// </summary>
internal sealed class ReadOwnWords(AppDbContext db, ReadConversations read)
{
    public async Task<OwnWordsView> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        // Asked before it is opened, so that no reading is noted that did not take place.
        var mayBeRead = await db.Set<Conversation>()
            .AnyAsync(c => c.Id == id && (c.OwnerId == user.Id || c.AssignmentId != null), cancellationToken);
        return mayBeRead
            ? await OfAsync(user, await read.OpenAsync(user, id, cancellationToken), cancellationToken)
            : throw DomainException.NotFound();
    }

    /// <param name="conversation">Found to be readable by this person.</param>
    public async Task<OwnWordsView> OfAsync(CurrentUser user, Conversation conversation, CancellationToken cancellationToken)
    {
        var row = await db.Set<Conversation>()
            .Where(c => c.Id == conversation.Id)
            .Select(c => new
            {
                View = db.Set<Debrief>().Where(d => d.ConversationId == c.Id).Select(d => d.View).FirstOrDefault(),
                Notes = db.Set<CoachedTurn>().Count(n => n.ConversationId == c.Id),
                Scribe = db.Set<Enrollment>().Any(e => e.SectionId == c.SectionId && e.UserId == c.OwnerId && e.Scribe),
            })
            .FirstAsync(cancellationToken);
        var labels = await db.Set<OwnLabel>()
            .AsNoTracking()
            .Where(l => l.ConversationId == conversation.Id)
            .OrderBy(l => l.At)
            .Select(l => new OwnLabelView(l.MessageId, l.Label, l.Instead, l.Reason, l.ByHandFirst))
            .ToListAsync(cancellationToken);
        var view = row.View is { } json ? OwnView.Parse(json) : null;
        return new OwnWordsView(
            conversation.OwnerId == user.Id ? view : view?.ForStaff(conversation.Rules?.SelfRating == true),
            labels,
            row.Notes,
            row.Scribe
        );
    }
}
