using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

public sealed class CommentInput
{
    [Required(ErrorMessage = "Say which line.")]
    public int? Line { get; set; }

    [NotBlank]
    [StringLength(LineComment.TextMax, ErrorMessage = "A comment is at most 2,000 characters.")]
    public string Text { get; set; } = "";

    /// <summary>Puts it into the bank of the one who writes it, too.</summary>
    public bool Keep { get; set; }
}

public sealed class BankInput
{
    [NotBlank]
    [StringLength(LineComment.TextMax, ErrorMessage = "A comment is at most 2,000 characters.")]
    public string Text { get; set; } = "";
}

/// <summary>A comment in its writer's bank, as it is told to that writer.</summary>
public sealed record KeptComment(Guid Id, string Text, DateTimeOffset CreatedAt)
{
    internal static KeptComment Of(BankedComment comment) => new(comment.Id, comment.Text, comment.CreatedAt);
}

/// <summary>Comments on lines, and a reviewer's own bank of them.</summary>
internal sealed class CommentOnLine(AppDbContext db, WriteGate gate, AssessmentDoor door, TimeProvider clock)
{
    public async Task<LineComment> AddAsync(CurrentUser user, Guid id, CommentInput input, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        var line = input.Line!.Value;
        if (
            !await db.Set<Message>()
                .AnyAsync(
                    m => m.ConversationId == access.Assessment.ConversationId && m.Sequence == line && m.Text != "",
                    cancellationToken
                )
        )
        {
            throw new DomainException("line-unknown", "There is no such line in this conversation.", 422);
        }

        var text = TypedText.Clean(input.Text);
        var comment = access.Assessment.Comment(line, text, user.Id, user.Name, clock.GetUtcNow());
        db.Add(comment);
        if (input.Keep)
        {
            await KeepAsync(user, text, cancellationToken);
        }

        await door.SaveAsync(cancellationToken);
        return comment;
    }

    public async Task DeleteAsync(CurrentUser user, Guid id, Guid commentId, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        var comment = access.Assessment.Comments.FirstOrDefault(c => c.Id == commentId) ?? throw DomainException.NotFound();
        access.Assessment.Remove(comment);
        await door.SaveAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<BankedComment>> BankAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await db.Set<BankedComment>()
            .AsNoTracking()
            .Where(b => b.OwnerId == user.Id)
            .OrderByDescending(b => b.CreatedAt)
            .ThenBy(b => b.Id)
            .ToListAsync(cancellationToken);

    public async Task<BankedComment> BankAsync(CurrentUser user, BankInput input, CancellationToken cancellationToken)
    {
        var kept = await KeepAsync(user, TypedText.Clean(input.Text), cancellationToken);
        await gate.SaveAsync(db, cancellationToken);
        return kept;
    }

    public async Task ForgetAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var kept =
            await db.Set<BankedComment>().FirstOrDefaultAsync(b => b.Id == id && b.OwnerId == user.Id, cancellationToken)
            ?? throw DomainException.NotFound();
        db.Remove(kept);
        await gate.SaveAsync(db, cancellationToken);
    }

    /// <summary>The same words twice are one.</summary>
    private async Task<BankedComment> KeepAsync(CurrentUser user, string text, CancellationToken cancellationToken)
    {
        var mine = await db.Set<BankedComment>().Where(b => b.OwnerId == user.Id).ToListAsync(cancellationToken);
        if (mine.Find(b => b.Text == text) is { } known)
        {
            return known;
        }

        if (mine.Count >= BankedComment.MostOfOne)
        {
            throw new DomainException(
                "bank-full",
                $"Your bank holds {BankedComment.MostOfOne} comments. Remove one before you keep another."
            );
        }

        var kept = new BankedComment
        {
            OwnerId = user.Id,
            Text = text,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(kept);
        return kept;
    }
}
