using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

public sealed class OpenJoiningInput
{
    /// <value>How long the code holds.</value>
    [Range(1, 365, ErrorMessage = "A code holds for 1 to 365 days.")]
    public int Days { get; set; } = 14;
}

/// <summary>Makes a new join code, which ends the one before, or closes joining.</summary>
internal sealed class OpenJoining(AppDbContext db, WriteGate gate, SectionDoor door, AuditLog audit, TimeProvider clock)
{
    /// <summary>Without the letters and figures that are taken for each other: 0 and O, 1, I and l.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public async Task<CourseSection> HandleAsync(
        CurrentUser user,
        Guid sectionId,
        OpenJoiningInput input,
        CancellationToken cancellationToken
    )
    {
        var section = await door.TeacherAsync(user, sectionId, cancellationToken);
        section.OpenJoining(RandomNumberGenerator.GetString(Letters, 8), clock.GetUtcNow().AddDays(input.Days));
        audit.Add(db, user.Id, "section.join-code-made", "section", sectionId);
        await SaveAsync(cancellationToken);
        return section;
    }

    public async Task CloseAsync(CurrentUser user, Guid sectionId, CancellationToken cancellationToken)
    {
        var section = await door.TeacherAsync(user, sectionId, cancellationToken);
        section.CloseJoining();
        audit.Add(db, user.Id, "section.joining-closed", "section", sectionId);
        await SaveAsync(cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DomainException("stale", "Somebody changed this section in the meantime. Load it again.");
        }
    }
}
