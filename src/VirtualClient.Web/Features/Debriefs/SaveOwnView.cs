using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

public sealed class OwnViewInput
{
    private const string TooLong = "At most 2,000 characters.";
    private const int Max = 2_000;

    /// <summary>Goes on to the figures without a view.</summary>
    public bool Skip { get; set; }

    /// <summary>Hides the labels until five turns are coded by hand.</summary>
    public bool CodeFirst { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? HowWasThat { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? Wants { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? Strengths { get; set; }

    public SeenRisk? Risk { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? RiskWhy { get; set; }

    public WouldDo? WouldDo { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? WhomAndWhen { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? NextStep { get; set; }

    public SelfRating? Listened { get; set; }

    public SelfRating? Structured { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? WentWell { get; set; }

    [StringLength(Max, ErrorMessage = TooLong)]
    public string? Next { get; set; }

    public bool IsEmpty =>
        (Risk, WouldDo, Listened, Structured) is (null, null, null, null)
        && Array.TrueForAll([HowWasThat, Wants, Strengths, RiskWhy, WhomAndWhen, NextStep, WentWell, Next], string.IsNullOrWhiteSpace);

    public OwnView ToView() =>
        new(
            HowWasThat?.Trim() ?? "",
            Wants?.Trim() ?? "",
            Strengths?.Trim() ?? "",
            Risk,
            RiskWhy?.Trim() ?? "",
            WouldDo,
            WhomAndWhen?.Trim() ?? "",
            NextStep?.Trim() ?? "",
            Listened,
            Structured,
            WentWell?.Trim() ?? "",
            Next?.Trim() ?? ""
        );
}

/// <summary>Takes the view before the figures, once. Giving it again changes nothing.</summary>
internal sealed class SaveOwnView(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public async Task HandleAsync(CurrentUser user, Guid id, OwnViewInput input, CancellationToken cancellationToken)
    {
        var own = await OwnDebriefs.FindAsync(db, user, id, cancellationToken);
        var terms = DebriefTerms.Of(own.Conversation, clientIsMetAgain: true);
        if (input.Skip && !terms.MaySkip)
        {
            throw new DomainException("view-needed", "Your own view comes first here. Answer the questions, then the debrief is shown.");
        }

        if (!terms.MaySkip && !input.Skip && own.Debrief.OpenedAt is null && input.IsEmpty)
        {
            throw new DomainException(
                "view-needed",
                "Your own view comes first here. Answer at least one question; a few words are enough."
            );
        }

        if (terms.MustRate && own.Debrief.OpenedAt is null && (input.Listened is null || input.Structured is null))
        {
            throw ReadDebrief.RatingNeeded();
        }

        own.Debrief.Open(input.Skip ? null : input.ToView(), input.CodeFirst, clock.GetUtcNow());
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Two clicks: the other one was first, and the first view counts.
        }
    }
}

/// <summary>Finds the row in which a person's own words about an ended conversation are kept, or begins it.</summary>
internal static class OwnDebriefs
{
    public static async Task<(Conversation Conversation, Debrief Debrief)> FindAsync(
        AppDbContext db,
        CurrentUser user,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var conversation =
            await db.Set<Conversation>().AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        if (conversation.Status == ConversationStatus.Active)
        {
            throw ReadDebrief.StillOpen();
        }

        var debrief = await db.Set<Debrief>().FirstOrDefaultAsync(d => d.ConversationId == id, cancellationToken);
        if (debrief is null)
        {
            debrief = Debrief.Of(id);
            db.Add(debrief);
        }

        return (conversation, debrief);
    }
}
