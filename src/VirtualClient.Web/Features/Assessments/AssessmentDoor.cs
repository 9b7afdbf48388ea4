using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>An assessment with the rubric of its attempt and what the person who asks is in the section.</summary>
/// <param name="DecidesFirst">Graded work: the draft is kept back until a person has decided.</param>
internal sealed record AssessmentAccess(Assessment Assessment, RubricDefinition Rubric, SectionRole Role, bool Archived, bool DecidesFirst);

/// <summary>Who comes to an assessment: teachers and assistants of its section. "Not yours" looks like "not there".</summary>
internal sealed class AssessmentDoor(AppDbContext db, WriteGate gate)
{
    /// <summary>Tracked, with criteria and comments.</summary>
    /// <exception cref="DomainException">403 or 404, or the section is archived.</exception>
    public async Task<AssessmentAccess> StaffAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Set<Assessment>()
            .Include(a => a.Criteria)
            .Include(a => a.Comments)
            .AsSingleQuery()
            .Where(a => a.Id == id)
            .Select(a => new
            {
                Assessment = a,
                Rubric = db.Set<Conversation>().Where(c => c.Id == a.ConversationId).Select(c => c.Rubric).FirstOrDefault(),
                Role = db.Set<Enrollment>()
                    .Where(e => e.SectionId == a.SectionId && e.UserId == user.Id && e.Role != SectionRole.Student && e.RemovedAt == null)
                    .Select(e => (SectionRole?)e.Role)
                    .FirstOrDefault(),
                Graded = db.Set<Assignment>().Any(w => w.Id == a.AssignmentId && w.Kind == AssignmentKind.Graded),
                Archived = db.Set<CourseSection>().Any(s => s.Id == a.SectionId && s.ArchivedAt != null),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is not { Role: { } role })
        {
            throw SectionDoor.Refusal(user);
        }

        if (found.Archived)
        {
            throw new DomainException("section-archived", "This section is archived. Restore it before you change anything in it.");
        }

        return new AssessmentAccess(found.Assessment, found.Rubric!, role, found.Archived, found.Graded);
    }

    /// <summary>Only for teachers of the section: what students see is theirs to decide.</summary>
    /// <inheritdoc cref="StaffAsync"/>
    public async Task<AssessmentAccess> TeacherAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var access = await StaffAsync(user, id, cancellationToken);
        return access.Role == SectionRole.Teacher ? access : throw SectionDoor.OnlyTeachers();
    }

    /// <summary>Stores what was changed; two who change at once are told so.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DomainException(
                "stale",
                "Somebody changed this assessment in the meantime. Load it again; their decisions are there."
            );
        }
    }
}
