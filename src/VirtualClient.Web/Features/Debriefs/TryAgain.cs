using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

public sealed class BranchInput
{
    /// <summary>The student's message that is taken again.</summary>
    [Required(ErrorMessage = "Say which message to take again.")]
    public Guid? MessageId { get; set; }
}

/// <summary>Begins another try from one turn of an ended practice conversation; everything before it is as it was.</summary>
internal sealed class TryAgain(AppDbContext db, WriteGate gate, StartAttempt attempts, TimeProvider clock)
{
    public async Task<Conversation> HandleAsync(CurrentUser user, Guid id, BranchInput input, CancellationToken cancellationToken)
    {
        var original =
            await db.Set<Conversation>().AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        if (!DebriefTerms.Of(original, clientIsMetAgain: true).MayTryAgain)
        {
            throw new DomainException("practice-only", "Only practice can be tried again from a turn.");
        }

        var open = await db.Set<Conversation>()
            .VisibleTo(user)
            .Where(c =>
                c.ClientProfileId == original.ClientProfileId
                && !c.IsTest
                && c.AssignmentId == null
                && c.Status == ConversationStatus.Active
            )
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (open is { } active)
        {
            throw UnderWay(original.ClientName, active);
        }

        var messages = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == id)
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        var said = messages.Find(m => m.Id == input.MessageId && m.Speaker == Speaker.Student) ?? throw DomainException.NotFound();
        var (branch, copies) = original.TryAgain(
            [.. messages.Where(m => m.Sequence < said.Sequence)],
            await attempts.LongestOfAsync(user, cancellationToken),
            clock.GetUtcNow()
        );
        db.Add(branch);
        db.AddRange(copies);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Two clicks: one conversation with a client at a time.
            throw UnderWay(original.ClientName, null);
        }

        return branch;
    }

    private static DomainException UnderWay(string clientName, Guid? active) =>
        new("already-talking", $"A conversation with {clientName} is under way. End it first, then try again from a turn.")
        {
            Details = new Dictionary<string, object?> { ["activeConversationId"] = active },
        };
}
