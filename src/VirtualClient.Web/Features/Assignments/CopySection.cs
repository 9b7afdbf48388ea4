using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Assignments;

public sealed class CopySectionInput
{
    [NotBlank(ErrorMessage = "Give the new section a name.")]
    [StringLength(CourseSection.NameMax, ErrorMessage = "A name is at most 200 characters.")]
    public string Name { get; set; } = "";

    [StringLength(CourseSection.CourseCodeMax, ErrorMessage = "A course code is at most 20 characters.")]
    public string? CourseCode { get; set; }

    [StringLength(CourseSection.TermMax, ErrorMessage = "A term is at most 50 characters.")]
    public string? Term { get; set; }

    /// <value>Dates move by this many days and keep their time of day.</value>
    [Range(-3_650, 3_650, ErrorMessage = "Dates move by at most ten years.")]
    public int ShiftDays { get; set; }
}

/// <summary>
/// The same section for another term: its assignments with clients, rubrics and settings, as drafts, with their dates moved. Never people, work or
/// grades. Runs as a job; begun again, it finds that it is done.
/// </summary>
internal sealed class CopySection(AppDbContext db, WriteGate gate, SectionDoor door, JobDesk desk, AuditLog audit, TimeProvider clock)
    : IJobWork
{
    public const string KindName = "section-copy";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Kind => KindName;

    private sealed record Work(Guid From, Guid To, string Name, string CourseCode, string Term, int ShiftDays, string Zone);

    public sealed record Copied(Guid SectionId, int Assignments);

    /// <summary>Hands it in and waits a while for its end.</summary>
    public async Task<Job> HandleAsync(
        CurrentUser user,
        Guid sectionId,
        CopySectionInput input,
        TimeZoneInfo zone,
        CancellationToken cancellationToken
    )
    {
        var section = await door.TeacherAsync(user, sectionId, cancellationToken);
        var work = new Work(
            sectionId,
            Guid.CreateVersion7(),
            input.Name.Trim(),
            input.CourseCode?.Trim() ?? section.CourseCode,
            input.Term?.Trim() ?? "",
            input.ShiftDays,
            zone.Id
        );
        var job = await desk.AddAsync(
            Job.Queue(
                KindName,
                user.Id,
                work.To,
                $"Copy of {section.Name}",
                JsonSerializer.Serialize(work, JsonSerializerOptions.Web),
                clock.GetUtcNow()
            ),
            cancellationToken
        );
        return await desk.WaitAsync(user, job.Id, Patience, cancellationToken);
    }

    public async Task<string> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(job.Input, JsonSerializerOptions.Web)!;
        var zone = ViewerTime.Find(work.Zone);
        var assignments = await db.Set<Assignment>()
            .AsNoTracking()
            .Include(a => a.Pairs)
            .Where(a => a.SectionId == work.From)
            .OrderBy(a => a.CreatedAt)
            .ThenBy(a => a.Id)
            .ToListAsync(cancellationToken);
        progress.Tell(0, assignments.Count);
        if (!await db.Set<CourseSection>().AnyAsync(s => s.Id == work.To, cancellationToken))
        {
            Add(work, job.OwnerId, assignments, zone);
            await gate.SaveAsync(db, cancellationToken);
        }

        progress.Tell(assignments.Count, assignments.Count);
        return JsonSerializer.Serialize(new Copied(work.To, assignments.Count), JsonSerializerOptions.Web);
    }

    private void Add(Work work, Guid ownerId, List<Assignment> assignments, TimeZoneInfo zone)
    {
        var now = clock.GetUtcNow();
        db.Add(
            new CourseSection
            {
                Id = work.To,
                Name = work.Name,
                CourseCode = work.CourseCode,
                Term = work.Term,
                CreatedAt = now,
            }
        );
        db.Add(
            new Enrollment
            {
                SectionId = work.To,
                UserId = ownerId,
                Role = SectionRole.Teacher,
                EnrolledAt = now,
            }
        );
        // One after the other, so that lists keep their order.
        foreach (var (place, assignment) in assignments.Index())
        {
            db.Add(Assignment.Copy(assignment, work.To, at => LocalTime.AddDays(at, work.ShiftDays, zone), now.AddTicks(place * 10)));
        }

        audit.Add(db, ownerId, "section.copied", "section", work.To, before: work.From.ToString());
    }
}
