using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

public sealed class CritiqueInput : IValidatableObject
{
    [Required(ErrorMessage = "Choose kudos, critique or wording.")]
    public CritiqueKind? Kind { get; set; }

    [StringLength(Critique.WordsMax, ErrorMessage = "A critique is at most 1,000 characters.")]
    public string? Words { get; set; }

    [StringLength(Critique.WordsMax, ErrorMessage = "Better words are at most 1,000 characters.")]
    public string? Better { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == CritiqueKind.Wording && string.IsNullOrWhiteSpace(Better))
        {
            yield return new ValidationResult("Write how this person would say it.", [nameof(Better)]);
        }

        if (Kind == CritiqueKind.Critique && string.IsNullOrWhiteSpace(Words))
        {
            yield return new ValidationResult("Write what this person would not say, and why.", [nameof(Words)]);
        }
    }
}

/// <param name="Proposal">A principle proposed from the words by a plain rule; nothing is kept until the teacher keeps it.</param>
/// <param name="ClientId">The client it would be kept on.</param>
/// <param name="OwnClient">False: a copy is needed first.</param>
public sealed record CritiqueView(
    Guid Id,
    Guid ReplyId,
    CritiqueKind Kind,
    string Words,
    string Better,
    string Proposal,
    IReadOnlyList<string> BuiltInVoiceFollows,
    DateTimeOffset At,
    Guid ClientId,
    bool OwnClient
);

/// <summary>Stores what a teacher noted on a reply of a test and proposes a principle for it.</summary>
internal sealed class CritiqueReply(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public async Task<CritiqueView> HandleAsync(
        CurrentUser user,
        Guid conversationId,
        Guid replyId,
        CritiqueInput input,
        CancellationToken cancellationToken
    )
    {
        var reply =
            await db.Set<Message>()
                .AsNoTracking()
                .FirstOrDefaultAsync(
                    m =>
                        m.Id == replyId
                        && m.ConversationId == conversationId
                        && m.InReplyTo != null
                        && db.Set<Conversation>().VisibleTo(user).Any(c => c.Id == conversationId && c.IsTest),
                    cancellationToken
                )
            ?? throw DomainException.NotFound();
        if (reply.Text.Length == 0 || reply.IsActive)
        {
            throw new DomainException("nothing-said", "There are no words of the client's here to critique.");
        }

        var (words, better) = (input.Words?.Trim() ?? "", input.Better?.Trim() ?? "");
        var proposal = PrincipleDraft.From(input.Kind!.Value, words, better, reply.Text);
        var critique = Critique.Of(reply, user.Id, input.Kind.Value, words, better, proposal, clock.GetUtcNow());
        db.Add(critique);
        await gate.SaveAsync(db, cancellationToken);
        return await ViewAsync(user, critique, cancellationToken);
    }

    /// <summary>What this teacher noted on a reply, newest first.</summary>
    public async Task<IReadOnlyList<Critique>> OnReplyAsync(
        CurrentUser user,
        Guid conversationId,
        Guid replyId,
        CancellationToken cancellationToken
    ) =>
        await db.Set<Critique>()
            .AsNoTracking()
            .Where(c => c.ConversationId == conversationId && c.ReplyId == replyId && c.AuthorId == user.Id)
            .OrderByDescending(c => c.Id)
            .Take(20)
            .ToListAsync(cancellationToken);

    public async Task<CritiqueView> ViewAsync(CurrentUser user, Critique critique, CancellationToken cancellationToken)
    {
        var client = await db.Set<Conversation>()
            .Where(c => c.Id == critique.ConversationId)
            .Select(c => new
            {
                c.ClientProfileId,
                Own = db.Set<ClientProfile>().Any(p => p.Id == c.ClientProfileId && p.OwnerId == user.Id),
            })
            .FirstAsync(cancellationToken);
        return new CritiqueView(
            critique.Id,
            critique.ReplyId,
            critique.Kind,
            critique.Words,
            critique.Better,
            critique.Proposal,
            PrincipleView.Followed(critique.Proposal),
            critique.At,
            client.ClientProfileId,
            client.Own
        );
    }
}
