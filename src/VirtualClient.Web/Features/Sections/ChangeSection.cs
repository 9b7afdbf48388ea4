using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

public sealed class ChangeSectionInput : PartialInput
{
    [RegularExpression(@"(?s).*\S.*", ErrorMessage = "Give the section a name.")]
    [StringLength(CourseSection.NameMax, MinimumLength = 1, ErrorMessage = "A name is 1 to 200 characters.")]
    public string? Name
    {
        get;
        set => field = Named(value);
    }

    [StringLength(CourseSection.CourseCodeMax, ErrorMessage = "A course code is at most 20 characters.")]
    public string? CourseCode
    {
        get;
        set => field = Named(value);
    }

    [StringLength(CourseSection.TermMax, ErrorMessage = "A term is at most 50 characters.")]
    public string? Term
    {
        get;
        set => field = Named(value);
    }

    public bool? Archived
    {
        get;
        set => field = Named(value);
    }

    protected override IReadOnlyList<string> Required => [nameof(Name), nameof(CourseCode), nameof(Term), nameof(Archived)];
}

/// <summary>Changes, archives or restores a section.</summary>
internal sealed class ChangeSection(AppDbContext db, WriteGate gate, SectionDoor door, AuditLog audit, TimeProvider clock)
{
    public async Task<CourseSection> HandleAsync(CurrentUser user, Guid id, ChangeSectionInput input, CancellationToken cancellationToken)
    {
        var section = await door.TeacherAsync(user, id, cancellationToken);
        var archived = section.IsArchived;
        section.Change(input.Version!.Value, input, clock.GetUtcNow());
        audit.Add(
            db,
            user.Id,
            section.IsArchived == archived ? "section.changed"
                : section.IsArchived ? "section.archived"
                : "section.restored",
            "section",
            id
        );
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DomainException("stale", "Somebody changed this section in the meantime. Load it again.");
        }

        return section;
    }
}
