using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

public sealed class ShareConversationInput
{
    /// <summary>One of the student's own sections; null takes it back.</summary>
    public Guid? SectionId { get; set; }
}

/// <summary>
/// Practice is private until its holder lets the teachers and assistants of one of their sections read what was said. Notes, debrief and own view
/// are never part of it. It is taken back at any time.
/// </summary>
internal sealed class ShareConversation(AppDbContext db, WriteGate gate, AuditLog audit)
{
    public async Task HandleAsync(CurrentUser user, Guid id, ShareConversationInput input, CancellationToken cancellationToken)
    {
        var conversation =
            await db.Set<Conversation>().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        if (conversation.SharedWith == input.SectionId)
        {
            return;
        }

        if (input.SectionId is { } section)
        {
            await RequireAsync(user, conversation, section, cancellationToken);
        }

        conversation.Share(input.SectionId);
        var action = input.SectionId is null ? "conversation.unshared" : "conversation.shared";
        audit.Add(db, user.Id, action, "conversation", id, user.Id, after: input.SectionId?.ToString());
        await gate.SaveAsync(db, cancellationToken);
    }

    private async Task RequireAsync(CurrentUser user, Conversation conversation, Guid section, CancellationToken cancellationToken)
    {
        if (!conversation.IsPractice)
        {
            throw new DomainException("practice-only", "Only practice is shared; an attempt is read by the section as it is.");
        }

        if (conversation.Status == ConversationStatus.Active)
        {
            throw new DomainException("conversation-active", "This conversation is still open. It can be shared when it has ended.");
        }

        var mine = await db.Set<Enrollment>()
            .AnyAsync(
                e => e.SectionId == section && e.UserId == user.Id && e.Role == SectionRole.Student && e.RemovedAt == null,
                cancellationToken
            );
        if (!mine)
        {
            throw DomainException.NotFound();
        }
    }
}
