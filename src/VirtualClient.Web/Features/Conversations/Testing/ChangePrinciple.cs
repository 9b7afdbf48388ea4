using System.ComponentModel.DataAnnotations;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

public sealed class ChangePrincipleInput : IValidatableObject
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    [StringLength(Principle.TextMax, ErrorMessage = "A principle is at most 300 characters.")]
    public string? Text { get; set; }

    /// <summary>Switches it on or off; off keeps it, out of the prompt.</summary>
    public bool? On { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Text is not null && string.IsNullOrWhiteSpace(Text))
        {
            yield return new ValidationResult("Write the principle first.", [nameof(Text)]);
        }
    }
}

/// <summary>Switches a principle on or off, or changes its words.</summary>
internal sealed class ChangePrinciple(AppDbContext db, PrincipleBook books, TimeProvider clock)
{
    public async Task<PrincipleView> HandleAsync(
        CurrentUser user,
        Guid clientId,
        Guid principleId,
        ChangePrincipleInput input,
        CancellationToken cancellationToken
    )
    {
        if (input.Text is null && input.On is null)
        {
            throw new DomainException("empty-update", "Send what should change: \"text\" or \"on\".", 400);
        }

        var book = await books.OpenAsync(user, clientId, track: true, cancellationToken);
        var principle = book.All.FirstOrDefault(p => p.Id == principleId) ?? throw DomainException.NotFound();
        if (principle.Version != input.Version)
        {
            throw new DomainException("stale", "This principle was changed in the meantime. Load it again.")
            {
                Details = new Dictionary<string, object?>
                {
                    ["version"] = principle.Version,
                    ["text"] = principle.Text,
                    ["on"] = book.IsOn(principle),
                },
            };
        }

        if (!book.Known.Contains(principle))
        {
            db.Add(principle);
            book.Known.Add(principle);
        }

        var text = input.Text is { } words ? KeepPrinciple.OneLine(words) : principle.Text;
        if (book.All.Any(p => p.Id != principleId && p.Text == text))
        {
            throw new DomainException("principle-twice", "This client has a principle with these words already.");
        }

        var on = input.On ?? book.IsOn(principle);
        var before = principle.Text;
        var texts = book.Client.Persona.Principles;
        principle.Change(text, user.Id, clock.GetUtcNow());
        IReadOnlyList<string> after =
            !on ? [.. texts.Where(t => t != before)]
            : texts.Contains(before) ? [.. texts.Select(t => t == before ? text : t)]
            : [.. texts, text];
        await books.SaveAsync(user, book, after, cancellationToken);
        return (await books.ViewAsync(user, book, cancellationToken)).First(p => p.Id == principleId);
    }
}
