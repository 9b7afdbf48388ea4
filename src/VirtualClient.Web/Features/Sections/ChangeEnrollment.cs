using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>A role, or the access settings, which hold for everything in the section.</summary>
public sealed class ChangeEnrollmentInput : PartialInput
{
    public SectionRole? Role
    {
        get;
        set => field = Named(value);
    }

    public ExtraTime? ExtraTime
    {
        get;
        set => field = Named(value);
    }

    public bool? ClockHidden
    {
        get;
        set => field = Named(value);
    }

    public bool? Scribe
    {
        get;
        set => field = Named(value);
    }

    protected override IReadOnlyList<string> Required => [nameof(Role), nameof(ExtraTime), nameof(ClockHidden), nameof(Scribe)];
}

/// <summary>
/// Conversations that are under way in a section when what they are held under changes: a due date, an extension, extra time. Called within the
/// transaction of the change.
/// </summary>
internal interface IRunningAttempts
{
    /// <param name="studentId">Only this student's; null: everybody's.</param>
    Task RefreshAsync(AppDbContext db, Guid sectionId, Guid? studentId, CancellationToken cancellationToken);
}

/// <summary>An address that lets a person on a roster choose a password.</summary>
public sealed record InvitationLink(string Link);

/// <summary>Changes somebody's role or access settings, and removes people; what they did stays.</summary>
internal sealed class ChangeEnrollment(
    AppDbContext db,
    WriteGate gate,
    SectionDoor door,
    InvitationLinks links,
    AuditLog audit,
    IEnumerable<IRunningAttempts> running,
    TimeProvider clock
)
{
    public async Task<EnrollmentView> HandleAsync(
        CurrentUser user,
        Guid sectionId,
        Guid userId,
        ChangeEnrollmentInput input,
        CancellationToken cancellationToken
    )
    {
        var (enrollment, person) = await FindAsync(user, sectionId, userId, cancellationToken);
        if (input.Names(nameof(input.Role)) && input.Role != enrollment.Role)
        {
            await RequireFitAsync(input.Role!.Value, userId, cancellationToken);
        }

        var before = Describe(enrollment);
        var taught = enrollment.IsTeaching;
        enrollment.Change(input);
        audit.Add(db, user.Id, "enrollment.changed", "section", sectionId, userId, before, Describe(enrollment));
        await SaveAsync(enrollment, taught, cancellationToken);

        return EnrollmentView.Of(enrollment, person, InvitationLinks.IsOpen(person), null);
    }

    /// <summary>Removing somebody who is removed changes nothing.</summary>
    public async Task RemoveAsync(CurrentUser user, Guid sectionId, Guid userId, CancellationToken cancellationToken)
    {
        var (enrollment, _) = await FindAsync(user, sectionId, userId, cancellationToken);
        if (!enrollment.IsActive)
        {
            return;
        }

        var taught = enrollment.IsTeaching;
        enrollment.Remove(clock.GetUtcNow());
        audit.Add(db, user.Id, "enrollment.removed", "section", sectionId, userId, Codes.Of(enrollment.Role));
        await SaveAsync(enrollment, taught, cancellationToken);
    }

    /// <summary>A fresh link for an account that was not completed yet.</summary>
    public async Task<string> InvitationAsync(CurrentUser user, Guid sectionId, Guid userId, CancellationToken cancellationToken)
    {
        var (_, person) = await FindAsync(user, sectionId, userId, cancellationToken);
        return InvitationLinks.IsOpen(person)
            ? links.To(person)
            : throw new DomainException("invitation-used", "This person has completed their account; they can sign in.");
    }

    /// <summary>Stores the change, and with it what it means for conversations that are under way.</summary>
    private async Task SaveAsync(Enrollment enrollment, bool taught, CancellationToken cancellationToken)
    {
        var sectionId = enrollment.SectionId;
        try
        {
            await gate.CommitAsync(
                db,
                async () =>
                {
                    if (taught && !enrollment.IsTeaching)
                    {
                        await LeaveTeachingAsync(enrollment, cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                    foreach (var attempts in running)
                    {
                        await attempts.RefreshAsync(db, sectionId, enrollment.UserId, cancellationToken);
                    }
                },
                cancellationToken
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DomainException("stale", "Somebody changed this in the meantime. Load it again.");
        }
    }

    private async Task<(Enrollment Enrollment, AppUser Person)> FindAsync(
        CurrentUser user,
        Guid sectionId,
        Guid userId,
        CancellationToken cancellationToken
    )
    {
        var section = await door.TeacherAsync(user, sectionId, cancellationToken);
        section.RequireCurrent();
        var found =
            await db.Set<Enrollment>()
                .Where(e => e.SectionId == sectionId && e.UserId == userId)
                .Join(db.Users, e => e.UserId, u => u.Id, (e, u) => new { Enrollment = e, Person = u })
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        return (found.Enrollment, found.Person);
    }

    private async Task RequireFitAsync(SectionRole role, Guid userId, CancellationToken cancellationToken)
    {
        var needed = role switch
        {
            SectionRole.Teacher => Roles.Teacher,
            SectionRole.Student => Roles.Student,
            _ => null,
        };
        if (
            needed is not null
            && !await db.UserRoles.AnyAsync(
                link => link.UserId == userId && db.Roles.Any(r => r.Id == link.RoleId && r.Name == needed),
                cancellationToken
            )
        )
        {
            throw role == SectionRole.Teacher
                ? new DomainException("not-a-teacher", "This person has no teacher’s account. An admin can make it one.")
                : new DomainException("not-a-student", "This person has no student’s account. Add them as an assistant or a teacher.");
        }
    }

    /// <summary>Two who leave in the same moment stand in line at the section's row, and the second one is told.</summary>
    private async Task LeaveTeachingAsync(Enrollment enrollment, CancellationToken cancellationToken)
    {
        await db.Set<CourseSection>()
            .Where(s => s.Id == enrollment.SectionId)
            .ExecuteUpdateAsync(row => row.SetProperty(s => s.Name, s => s.Name), cancellationToken);
        var others = db.Set<Enrollment>()
            .Where(e =>
                e.SectionId == enrollment.SectionId && e.Id != enrollment.Id && e.Role == SectionRole.Teacher && e.RemovedAt == null
            );
        if (!await others.AnyAsync(cancellationToken))
        {
            throw new DomainException("last-teacher", "A section keeps at least one teacher. Add another one first.");
        }
    }

    private static string Describe(Enrollment e) =>
        $"{Codes.Of(e.Role)}, time {Codes.Of(e.ExtraTime)}{(e.ClockHidden ? ", clock hidden" : "")}{(e.Scribe ? ", scribe" : "")}";
}
