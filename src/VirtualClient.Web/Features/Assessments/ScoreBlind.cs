using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>A level for every criterion.</summary>
public sealed class SecondInput
{
    /// <summary>Key of a level, or "no_opportunity", by the criterion's key.</summary>
    [Required(ErrorMessage = "Give a level for every criterion.")]
    public Dictionary<string, string>? Levels { get; set; }
}

/// <summary>Takes a second reviewer's levels, once and whole, from somebody who has decided nothing in this attempt and has not seen what others did.</summary>
internal sealed class ScoreBlind(AppDbContext db, WriteGate gate, AssessmentDoor door, AuditLog audit, TimeProvider clock)
{
    /// <summary>In the audit log beside the reading of an attempt: what its draft or a reviewer says was shown too.</summary>
    public const string Seen = "with draft or decisions";

    /// <summary>When this person had a draft or decisions on their screen. Ask by student, which the log is indexed by, and conversation.</summary>
    public static IQueryable<AuditEntry> SightsOf(AppDbContext db, Guid reviewer) =>
        db.Set<AuditEntry>().Where(e => e.ActorId == reviewer && e.After == Seen);

    public async Task<SecondReview> HandleAsync(CurrentUser user, Guid id, SecondInput input, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        if (access.Assessment.Criteria.Any(c => c.DecidedBy == user.Id))
        {
            throw new DomainException("not-blind", "You have decided levels in this attempt, so you cannot be its second reviewer.");
        }

        var (student, conversation) = (access.Assessment.StudentId, access.Assessment.ConversationId);
        if (await SightsOf(db, user.Id).AnyAsync(e => e.SubjectId == student && e.TargetId == conversation, cancellationToken))
        {
            throw new DomainException(
                "not-blind",
                "You have had this attempt's draft or decisions on your screen, so a score of yours would not be blind."
            );
        }

        var levels = access.Rubric.Criteria.Select(c => Level(c, input.Levels!)).ToList();
        var review = SecondReview.Of(id, user.Id, levels, clock.GetUtcNow());
        db.Add(review);
        audit.Add(db, user.Id, "assessment.scored-blind", "assessment", id, access.Assessment.StudentId);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            throw new DomainException("second-given", "You have scored this attempt already. A blind score is given once.");
        }

        return review;
    }

    private static SecondLevel Level(RubricCriterion criterion, Dictionary<string, string> given)
    {
        var key =
            given.GetValueOrDefault(criterion.Key)
            ?? throw new DomainException("second-incomplete", $"{criterion.Name} has no level yet. A blind score is given whole.", 422);
        if (key == ReviewForms.NoOpportunity)
        {
            return new SecondLevel(criterion.Key, criterion.Name, null, null, null, criterion.Levels.Count);
        }

        var level =
            criterion.FindLevel(key)
            ?? throw new DomainException(
                "level-unknown",
                $"{criterion.Name} has the levels {string.Join(", ", criterion.Levels.Select(l => l.Key))}.",
                422
            );
        return new SecondLevel(
            criterion.Key,
            criterion.Name,
            level.Key,
            level.Name,
            criterion.Levels.Count - 1 - criterion.Levels.ToList().IndexOf(level),
            criterion.Levels.Count
        );
    }
}
