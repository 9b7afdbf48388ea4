using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>What one student has beyond everybody; version 0 when that is nothing.</summary>
public sealed record ExtensionView(
    Guid StudentId,
    DateTimeOffset? DueAt,
    int ExtraAttempts,
    string Reason,
    DateTimeOffset? GrantedAt,
    int Version
);

/// <summary>Gives one student more time or more attempts, with a reason that the audit log keeps.</summary>
internal sealed class GrantExtension(AppDbContext db, AssignmentDoor door, ChangeAssignment save, AuditLog audit, TimeProvider clock)
{
    public async Task<ExtensionView> ReadAsync(CurrentUser user, Guid id, Guid studentId, CancellationToken cancellationToken)
    {
        var access = await door.StaffAsync(user, id, cancellationToken);
        await RequireStudentAsync(access.Assignment, studentId, cancellationToken);
        var extension = await FindAsync(id, studentId, cancellationToken);
        return View(studentId, extension);
    }

    public async Task<IReadOnlyList<AssignmentExtension>> ListAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<AssignmentExtension>().AsNoTracking().Where(e => e.AssignmentId == id).ToListAsync(cancellationToken);

    public async Task<ExtensionView> HandleAsync(
        CurrentUser user,
        Guid id,
        Guid studentId,
        ExtensionInput input,
        CancellationToken cancellationToken
    )
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        await RequireStudentAsync(assignment, studentId, cancellationToken);
        var extension = await FindAsync(id, studentId, cancellationToken);
        if ((extension?.Version ?? 0) != input.Version)
        {
            throw new DomainException("stale", "Somebody changed this extension in the meantime. Load it again.")
            {
                Details = new Dictionary<string, object?> { ["version"] = extension?.Version ?? 0 },
            };
        }

        if (input.DueAt <= assignment.AvailableFrom)
        {
            throw new DomainException(
                "due-before-available",
                "The extended due date comes after the moment the assignment becomes available."
            );
        }

        var before = extension is null ? null : Describe(extension);
        if (extension is null)
        {
            extension = new AssignmentExtension { AssignmentId = id, StudentId = studentId };
            db.Add(extension);
        }
        else
        {
            extension.Version++;
        }

        extension.DueAt = input.DueAt?.ToUniversalTime();
        extension.ExtraAttempts = input.ExtraAttempts;
        extension.Reason = input.Reason.Trim();
        extension.GrantedAt = clock.GetUtcNow();
        audit.Add(db, user.Id, "assignment.extended", "assignment", id, studentId, before, Describe(extension));
        await save.SaveAsync(assignment, studentId, cancellationToken);
        return View(studentId, extension);
    }

    private Task<AssignmentExtension?> FindAsync(Guid id, Guid studentId, CancellationToken cancellationToken) =>
        db.Set<AssignmentExtension>().FirstOrDefaultAsync(e => e.AssignmentId == id && e.StudentId == studentId, cancellationToken);

    private async Task RequireStudentAsync(Assignment assignment, Guid studentId, CancellationToken cancellationToken)
    {
        if (
            !await db.Set<Enrollment>()
                .AnyAsync(
                    e => e.SectionId == assignment.SectionId && e.UserId == studentId && e.Role == SectionRole.Student,
                    cancellationToken
                )
        )
        {
            throw DomainException.NotFound();
        }
    }

    private static ExtensionView View(Guid studentId, AssignmentExtension? e) =>
        new(studentId, e?.DueAt, e?.ExtraAttempts ?? 0, e?.Reason ?? "", e?.GrantedAt, e?.Version ?? 0);

    private static string Describe(AssignmentExtension e) => $"due {e.DueAt:u}, {e.ExtraAttempts} more attempts: {e.Reason}";
}
