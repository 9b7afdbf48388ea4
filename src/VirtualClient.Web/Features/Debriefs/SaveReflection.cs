using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

public sealed class ReflectionInput
{
    private const string TooLong = "At most 4,000 characters.";

    /// <summary>How did that feel?</summary>
    [StringLength(Debrief.TextMax, ErrorMessage = TooLong)]
    public string? Felt { get; set; }

    /// <summary>What was assumed, and where did that come from?</summary>
    [StringLength(Debrief.TextMax, ErrorMessage = TooLong)]
    public string? Assumed { get; set; }

    /// <summary>What next?</summary>
    [StringLength(Debrief.TextMax, ErrorMessage = TooLong)]
    public string? Next { get; set; }

    [Required(ErrorMessage = "Send the version that the reflection was based on.")]
    public int? Version { get; set; }
}

public sealed record SavedReflection(string Felt, string Assumed, string Next, int Version)
{
    internal static SavedReflection Of(Debrief own) => new(own.Felt, own.Assumed, own.Next, own.Version);
}

/// <summary>Saves the reflection after the figures; two tabs cannot overwrite each other unseen.</summary>
internal sealed class SaveReflection(AppDbContext db, WriteGate gate)
{
    public async Task<SavedReflection> HandleAsync(CurrentUser user, Guid id, ReflectionInput input, CancellationToken cancellationToken)
    {
        var (_, own) = await OwnDebriefs.FindAsync(db, user, id, cancellationToken);
        if (input is { Felt: null, Assumed: null, Next: null })
        {
            throw new DomainException("empty-update", "Send what should change: \"felt\", \"assumed\" or \"next\".", 400);
        }

        if (own.Version != input.Version)
        {
            throw Stale(own);
        }

        own.Reflect(input.Felt?.Trim() ?? own.Felt, input.Assumed?.Trim() ?? own.Assumed, input.Next?.Trim() ?? own.Next);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            throw Stale((await OwnDebriefs.FindAsync(db, user, id, cancellationToken)).Debrief);
        }

        return SavedReflection.Of(own);
    }

    private static DomainException Stale(Debrief own) =>
        new("stale", "This reflection was changed in another tab.")
        {
            Details = new Dictionary<string, object?>
            {
                ["felt"] = own.Felt,
                ["assumed"] = own.Assumed,
                ["next"] = own.Next,
                ["version"] = own.Version,
            },
        };
}
