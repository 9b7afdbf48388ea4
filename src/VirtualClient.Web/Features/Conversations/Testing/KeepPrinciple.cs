using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

public sealed class KeepPrincipleInput
{
    [NotBlank(ErrorMessage = "Write the principle first.")]
    [StringLength(Principle.TextMax, ErrorMessage = "A principle is at most 300 characters.")]
    public string? Text { get; set; }

    /// <summary>The critique it was proposed from, if any.</summary>
    public Guid? CritiqueId { get; set; }
}

/// <summary>Keeps a principle on a teacher's own client and switches it on. The same words again are the same principle.</summary>
internal sealed class KeepPrinciple(AppDbContext db, PrincipleBook books, TimeProvider clock)
{
    public async Task<PrincipleView> HandleAsync(
        CurrentUser user,
        Guid clientId,
        KeepPrincipleInput input,
        CancellationToken cancellationToken
    )
    {
        var book = await books.OpenAsync(user, clientId, track: true, cancellationToken);
        if (
            input.CritiqueId is { } critique
            && !await db.Set<Critique>().AnyAsync(c => c.Id == critique && c.AuthorId == user.Id, cancellationToken)
        )
        {
            throw DomainException.NotFound();
        }

        var text = OneLine(input.Text!);
        var principle = book.All.FirstOrDefault(p => p.Text == text);
        if (principle is null)
        {
            principle = Principle.Kept(clientId, text, input.CritiqueId, user.Id, clock.GetUtcNow());
            db.Add(principle);
            book.Known.Add(principle);
        }

        var on = book.Client.Persona.Principles;
        await books.SaveAsync(user, book, on.Contains(text) ? on : [.. on, text], cancellationToken);
        return (await books.ViewAsync(user, book, cancellationToken)).First(p => p.Id == principle.Id);
    }

    /// <summary>A principle is one line of the prompt.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
