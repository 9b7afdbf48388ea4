using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>An ended conversation with its figures and with what its holder has said about it.</summary>
public sealed record DebriefOfOne(HeldConversation Held, Debrief Own, IReadOnlyList<OwnLabel> Labels, DebriefTerms Terms)
{
    public const int CodedByHand = 5;

    /// <summary>Labels are shown: they were not to be hidden, or enough turns were coded by hand.</summary>
    public bool ShowsLabels => !Own.CodeFirst || Coded >= Math.Min(CodedByHand, Held.Lines.Count);

    /// <summary>A rating of oneself that is asked for was given: what was thought before the figures cannot be thought after them.</summary>
    public bool IsOpen => Own.OpenedAt is not null || !Terms.MustRate;

    public int Coded => Labels.Where(label => label.ByHandFirst).Select(label => label.MessageId).Distinct().Count();
}

/// <summary>Reads what was held and computes the debrief anew; nothing of the figures is stored.</summary>
internal sealed class ReadDebrief(AppDbContext db, OpenWork work)
{
    public const string ActiveCode = "conversation-active";

    /// <exception cref="DomainException">Not there or not yours; or the conversation is still open.</exception>
    public async Task<DebriefOfOne> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(user, id, cancellationToken);
        var own = await db.Set<Debrief>().AsNoTracking().FirstOrDefaultAsync(d => d.ConversationId == id, cancellationToken);
        var labels = await db.Set<OwnLabel>()
            .AsNoTracking()
            .Where(l => l.ConversationId == id)
            .OrderBy(l => l.At)
            .ToListAsync(cancellationToken);
        var metAgain = await IsMetAgainAsync(held.Conversation, cancellationToken);
        return new DebriefOfOne(held, own ?? Debrief.Of(id), labels, DebriefTerms.Of(held.Conversation, metAgain));
    }

    /// <summary>Asked only where an answer is needed: graded work that may show what was not told.</summary>
    private async Task<bool> IsMetAgainAsync(Conversation conversation, CancellationToken cancellationToken) =>
        conversation is { Rules: { Graded: true, RevealsFacts: true }, SectionId: { } section }
        && await work.IsLeftAsync(section, conversation.ClientProfileId, cancellationToken);

    /// <inheritdoc cref="HandleAsync"/>
    public async Task<HeldConversation> HeldAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var conversation =
            await db.Set<Conversation>().AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        if (conversation.Status == ConversationStatus.Active)
        {
            throw StillOpen();
        }

        var messages = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == id)
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        return HeldConversation.Of(conversation, messages);
    }

    public static DomainException RatingNeeded() =>
        new("rating-needed", "Your teacher asks how you rate yourself. Choose an answer to both, then the debrief is shown.");

    public static DomainException StillOpen() =>
        new(ActiveCode, "This conversation is still open. The debrief is there as soon as it has ended.");
}
