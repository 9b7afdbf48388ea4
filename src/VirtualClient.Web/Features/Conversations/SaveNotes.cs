using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

public sealed class SaveNotesInput
{
    [Required(AllowEmptyStrings = true, ErrorMessage = "Send the notes.")]
    [StringLength(Conversation.NotesMax, ErrorMessage = "Notes are at most 20,000 characters.")]
    public string? Notes { get; set; }

    [Required(ErrorMessage = "Send the version that the notes were based on.")]
    public int? Version { get; set; }
}

public sealed record SavedNotes(string Notes, int Version);

/// <summary>Saves the private notes as they are typed; two tabs cannot overwrite each other unseen.</summary>
internal sealed class SaveNotes(AppDbContext db, WriteGate gate)
{
    public async Task<SavedNotes> HandleAsync(
        CurrentUser user,
        Guid conversationId,
        SaveNotesInput input,
        CancellationToken cancellationToken
    )
    {
        var found =
            await db.Set<Conversation>()
                .VisibleTo(user)
                .Where(c => c.Id == conversationId)
                .Select(c => new { c.Rules })
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        if (found.Rules?.NotesAllowed == false)
        {
            throw NotesOff();
        }

        var changed = await gate.CommitAsync(
            db,
            () =>
                db.Set<Conversation>()
                    .VisibleTo(user)
                    .Where(c => c.Id == conversationId && c.Version == input.Version)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(c => c.Notes, input.Notes).SetProperty(c => c.Version, c => c.Version + 1),
                        cancellationToken
                    ),
            cancellationToken
        );
        if (changed == 1)
        {
            return new SavedNotes(input.Notes!, input.Version!.Value + 1);
        }

        var stored =
            await db.Set<Conversation>()
                .VisibleTo(user)
                .Where(c => c.Id == conversationId)
                .Select(c => new SavedNotes(c.Notes, c.Version))
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        throw new DomainException("stale", "These notes were changed in another tab.")
        {
            Details = new Dictionary<string, object?> { ["notes"] = stored.Notes, ["version"] = stored.Version },
        };
    }

    public static DomainException NotesOff() => new("notes-off", "This assignment is held without notes.");

    /// <summary>The last word of a page that ends the conversation.</summary>
    public static Task WriteAsync(AppDbContext db, Guid conversationId, string notes, CancellationToken cancellationToken) =>
        db.Set<Conversation>()
            .Where(c => c.Id == conversationId && c.Notes != notes)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Notes, notes).SetProperty(c => c.Version, c => c.Version + 1),
                cancellationToken
            );
}
