using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

public sealed class SeeDifferentlyInput : IValidatableObject
{
    [Required(ErrorMessage = "Say which message.")]
    public Guid? MessageId { get; set; }

    /// <summary>Code of the label that is seen differently; left out or "none": the turn is coded by hand.</summary>
    [StringLength(40)]
    public string? Label { get; set; }

    /// <summary>Code of the label in its place, or "none".</summary>
    [Required(ErrorMessage = "Choose a label, or \"none\".")]
    [StringLength(40)]
    public string? Instead { get; set; }

    [StringLength(OwnLabel.ReasonMax, ErrorMessage = "A reason is at most 500 characters.")]
    public string? Reason { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Known(Label ?? OwnLabel.NoLabel))
        {
            yield return new ValidationResult("Labels are those of the vocabulary, or \"none\".", [nameof(Label)]);
        }

        if (!Known(Instead ?? OwnLabel.NoLabel))
        {
            yield return new ValidationResult("Labels are those of the vocabulary, or \"none\".", [nameof(Instead)]);
        }
    }

    private static bool Known(string code) => code == OwnLabel.NoLabel || Codes.Find<LabelCode>(code) is not null;
}

/// <summary>Keeps how a turn is seen by the person who held it; what was counted stays as it was counted.</summary>
internal sealed class SeeDifferently(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public async Task HandleAsync(CurrentUser user, Guid id, SeeDifferentlyInput input, CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(user, id, input, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Two clicks at once: the other one made the row.
            db.ChangeTracker.Clear();
            await KeepAsync(user, id, input, cancellationToken);
        }
    }

    private async Task KeepAsync(CurrentUser user, Guid id, SeeDifferentlyInput input, CancellationToken cancellationToken)
    {
        var (_, own) = await OwnDebriefs.FindAsync(db, user, id, cancellationToken);
        var said = await db.Set<Message>()
            .AnyAsync(m => m.Id == input.MessageId && m.ConversationId == id && m.Speaker == Speaker.Student, cancellationToken);
        if (!said)
        {
            throw DomainException.NotFound();
        }

        var label = input.Label ?? OwnLabel.NoLabel;
        var mine = await db.Set<OwnLabel>().Where(l => l.ConversationId == id).ToListAsync(cancellationToken);
        var kept = mine.Find(l => l.MessageId == input.MessageId && l.Label == label);
        if (kept is null)
        {
            kept = OwnLabel.On(id, input.MessageId!.Value, label, own.CodeFirst && label == OwnLabel.NoLabel);
            db.Add(kept);
        }

        kept.Say(input.Instead!, input.Reason?.Trim() ?? "", clock.GetUtcNow());
        await gate.SaveAsync(db, cancellationToken);
    }
}
