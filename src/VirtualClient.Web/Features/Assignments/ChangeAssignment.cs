using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>What students have done in an assignment; asked before it is deleted.</summary>
internal interface IAssignmentWork
{
    Task<bool> AnyAsync(AppDbContext db, Guid assignmentId, CancellationToken cancellationToken);
}

/// <summary>Makes an assignment, changes it, publishes it, takes it back, and deletes a draft that nobody worked on.</summary>
internal sealed class ChangeAssignment(
    AppDbContext db,
    WriteGate gate,
    SectionDoor sections,
    AssignmentDoor door,
    ModelCatalog models,
    AuditLog audit,
    IEnumerable<IRunningAttempts> running,
    IEnumerable<IAssignmentWork> work,
    TimeProvider clock
)
{
    public async Task<Assignment> CreateAsync(
        CurrentUser user,
        Guid sectionId,
        CreateAssignmentInput input,
        CancellationToken cancellationToken
    )
    {
        var section = await sections.TeacherAsync(user, sectionId, cancellationToken);
        section.RequireCurrent();
        RequireRoute(input.Settings);
        var assignment = Assignment.Create(sectionId, input, clock.GetUtcNow());
        db.Add(assignment);
        audit.Add(db, user.Id, "assignment.created", "assignment", assignment.Id);
        await gate.SaveAsync(db, cancellationToken);
        return assignment;
    }

    public async Task<Assignment> HandleAsync(CurrentUser user, Guid id, ChangeAssignmentInput input, CancellationToken cancellationToken)
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        assignment.RequireVersion(input.Version);
        RequireRoute(input.Settings);
        var due = assignment.DueAt;
        assignment.Change(input, clock.GetUtcNow());
        audit.Add(
            db,
            user.Id,
            "assignment.changed",
            "assignment",
            id,
            before: due == assignment.DueAt ? null : $"due {due:u}",
            after: due == assignment.DueAt ? null : $"due {assignment.DueAt:u}"
        );
        await SaveAsync(assignment, null, cancellationToken);
        return assignment;
    }

    public async Task<Assignment> PublishAsync(CurrentUser user, Guid id, bool publish, CancellationToken cancellationToken)
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        if (publish)
        {
            assignment.Publish(clock.GetUtcNow());
        }
        else
        {
            assignment.Unpublish(clock.GetUtcNow());
        }

        audit.Add(db, user.Id, publish ? "assignment.published" : "assignment.unpublished", "assignment", id);
        await SaveAsync(assignment, null, cancellationToken);
        return assignment;
    }

    public async Task DeleteAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        if (assignment.IsPublished)
        {
            throw new DomainException("assignment-published", "Students have this assignment. Unpublish it before you delete it.");
        }

        foreach (var kept in work)
        {
            if (await kept.AnyAsync(db, id, cancellationToken))
            {
                throw new DomainException("assignment-in-use", "Students have worked on this assignment. It stays, unpublished.");
            }
        }

        db.Remove(assignment);
        audit.Add(db, user.Id, "assignment.deleted", "assignment", id);
        await SaveAsync(assignment, null, cancellationToken);
    }

    /// <summary>Saves the change of an assignment, and with it what it means for conversations that are under way.</summary>
    internal async Task SaveAsync(Assignment assignment, Guid? studentId, CancellationToken cancellationToken)
    {
        try
        {
            await gate.CommitAsync(
                db,
                async () =>
                {
                    await db.SaveChangesAsync(cancellationToken);
                    foreach (var attempts in running)
                    {
                        await attempts.RefreshAsync(db, assignment.SectionId, studentId, cancellationToken);
                    }
                },
                cancellationToken
            );
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            throw new DomainException("stale", "Somebody changed this assignment in the meantime. Load it again.");
        }
    }

    private void RequireRoute(SettingsInput? settings)
    {
        if (settings?.ModelRoute is { Length: > 0 } route && route != "built-in" && models.Find(route) is null)
        {
            throw new DomainException("unknown-route", $"No route of this installation is called “{route}”.");
        }
    }
}
