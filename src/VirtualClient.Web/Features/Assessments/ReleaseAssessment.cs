using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

public sealed class ReleaseInput
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }
}

public sealed class ReopenInput
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }

    [NotBlank(ErrorMessage = "Say why it is reopened.")]
    [StringLength(500, ErrorMessage = "A reason is at most 500 characters.")]
    public string Reason { get; set; } = "";
}

public sealed record CriterionName(string Key, string Name);

/// <summary>What a release made visible for one attempt, and what it left because nobody had decided it.</summary>
public sealed record ReleaseView(
    Guid AssessmentId,
    Guid ConversationId,
    Guid StudentId,
    string Student,
    IReadOnlyList<string> Released,
    IReadOnlyList<CriterionName> Left
);

/// <summary>A release of a whole assignment.</summary>
/// <param name="Items">Attempts of which something is visible now that was not before.</param>
/// <param name="Left">Attempts with something that nobody has decided; those without any decision stay as they were.</param>
public sealed record ReleaseAllView(int Released, IReadOnlyList<ReleaseView> Items, IReadOnlyList<ReleaseView> Left);

/// <summary>Makes decisions visible, for one attempt or for all of an assignment, and takes them back. Only criteria that a person decided.</summary>
internal sealed class ReleaseAssessment(
    AppDbContext db,
    WriteGate gate,
    AssessmentDoor door,
    AssignmentDoor assignments,
    AuditLog audit,
    TimeProvider clock
)
{
    public async Task<(Assessment Assessment, ReleaseView View)> OneAsync(
        CurrentUser user,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    )
    {
        var access = await door.TeacherAsync(user, id, cancellationToken);
        if (version is not null)
        {
            access.Assessment.RequireVersion(version);
        }

        access.Assessment.Release(access.Rubric, user.Id, user.Name, clock.GetUtcNow());
        audit.Add(db, user.Id, "assessment.released", "assessment", id, access.Assessment.StudentId);
        var name = await db.Users.Where(u => u.Id == access.Assessment.StudentId).Select(u => u.DisplayName).FirstAsync(cancellationToken);
        await door.SaveAsync(cancellationToken);
        return (access.Assessment, View(access.Assessment, access.Rubric, name));
    }

    public async Task<ReleaseAllView> AllAsync(CurrentUser user, Guid assignmentId, CancellationToken cancellationToken)
    {
        await assignments.TeacherAsync(user, assignmentId, cancellationToken);
        var rows = await db.Set<Assessment>()
            .Include(a => a.Criteria)
            .Include(a => a.Comments)
            .AsSingleQuery()
            .Where(a => a.AssignmentId == assignmentId)
            .Join(db.Set<Conversation>(), a => a.ConversationId, c => c.Id, (a, c) => new { Assessment = a, c.Rubric })
            .Join(
                db.Users,
                r => r.Assessment.StudentId,
                u => u.Id,
                (r, u) =>
                    new
                    {
                        r.Assessment,
                        r.Rubric,
                        u.DisplayName,
                    }
            )
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var released = new List<ReleaseView>();
        var left = new List<ReleaseView>();
        foreach (var row in rows.OrderBy(r => r.DisplayName, StringComparer.OrdinalIgnoreCase))
        {
            var (assessment, rubric) = (row.Assessment, row.Rubric!);
            if (assessment.Criteria.Any(c => c.IsDecided) && (assessment.ReleasedAt is null || assessment.ChangedSinceRelease))
            {
                assessment.Release(rubric, user.Id, user.Name, now);
                audit.Add(db, user.Id, "assessment.released", "assessment", assessment.Id, assessment.StudentId, after: "with all");
                released.Add(View(assessment, rubric, row.DisplayName));
            }

            if (!assessment.IsComplete)
            {
                left.Add(View(assessment, rubric, row.DisplayName));
            }
        }

        if (released.Count > 0)
        {
            await door.SaveAsync(cancellationToken);
        }

        return new ReleaseAllView(released.Count, released, left);
    }

    public async Task<Assessment> ReopenAsync(CurrentUser user, Guid id, ReopenInput input, CancellationToken cancellationToken)
    {
        var access = await door.TeacherAsync(user, id, cancellationToken);
        access.Assessment.RequireVersion(input.Version);
        access.Assessment.Reopen(clock.GetUtcNow());
        audit.Add(db, user.Id, "assessment.reopened", "assessment", id, access.Assessment.StudentId, after: input.Reason.Trim());
        await door.SaveAsync(cancellationToken);
        return access.Assessment;
    }

    /// <summary>Chooses the attempt that counts; another of the same student with the same client no longer does.</summary>
    public async Task<Assessment> ChooseAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var access = await door.TeacherAsync(user, id, cancellationToken);
        var pair = db.Set<Conversation>().Where(c => c.Id == access.Assessment.ConversationId).Select(c => c.PairId);
        var others = await db.Set<Assessment>()
            .Where(a =>
                a.Id != id
                && a.StudentId == access.Assessment.StudentId
                && a.Counts
                && db.Set<Conversation>().Any(c => c.Id == a.ConversationId && pair.Contains(c.PairId))
            )
            .ToListAsync(cancellationToken);
        others.ForEach(other => other.Choose(false));
        access.Assessment.Choose(true);
        audit.Add(db, user.Id, "assessment.chosen", "assessment", id, access.Assessment.StudentId);
        await gate.SaveAsync(db, cancellationToken);
        return access.Assessment;
    }

    private static ReleaseView View(Assessment assessment, RubricDefinition rubric, string student) =>
        new(
            assessment.Id,
            assessment.ConversationId,
            assessment.StudentId,
            student,
            [.. assessment.InOrder.Where(c => c.IsDecided).Select(c => c.Key)],
            [.. assessment.InOrder.Where(c => !c.IsDecided).Select(c => new CriterionName(c.Key, rubric.Find(c.Key)!.Name))]
        );
}
