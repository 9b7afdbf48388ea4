using System.ComponentModel.DataAnnotations;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

public sealed class CreateSectionInput
{
    [NotBlank(ErrorMessage = "Give the section a name.")]
    [StringLength(CourseSection.NameMax, ErrorMessage = "A name is at most 200 characters.")]
    public string Name { get; set; } = "";

    [StringLength(CourseSection.CourseCodeMax, ErrorMessage = "A course code is at most 20 characters.")]
    public string? CourseCode { get; set; }

    [StringLength(CourseSection.TermMax, ErrorMessage = "A term is at most 50 characters.")]
    public string? Term { get; set; }
}

/// <summary>Makes a section with the person who asks as its teacher.</summary>
internal sealed class CreateSection(AppDbContext db, WriteGate gate, AuditLog audit, TimeProvider clock)
{
    public async Task<CourseSection> HandleAsync(CurrentUser user, CreateSectionInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var section = new CourseSection
        {
            Name = input.Name.Trim(),
            CourseCode = input.CourseCode?.Trim() ?? "",
            Term = input.Term?.Trim() ?? "",
            CreatedAt = now,
        };
        db.Add(section);
        db.Add(
            new Enrollment
            {
                SectionId = section.Id,
                UserId = user.Id,
                Role = SectionRole.Teacher,
                EnrolledAt = now,
            }
        );
        audit.Add(db, user.Id, "section.created", "section", section.Id);
        await gate.SaveAsync(db, cancellationToken);
        return section;
    }
}
