using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Sections;

/// <summary>What a feature further on keeps in a section; asked before a section is deleted.</summary>
internal interface ISectionUse
{
    /// <summary>In words, such as "2 assignments"; null: nothing.</summary>
    Task<string?> DescribeAsync(AppDbContext db, Guid sectionId, CancellationToken cancellationToken);
}

/// <summary>Deletes a section that nobody has used; what is in use is archived instead.</summary>
internal sealed class DeleteSection(AppDbContext db, WriteGate gate, SectionDoor door, AuditLog audit, IEnumerable<ISectionUse> uses)
{
    public async Task HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var section = await door.TeacherAsync(user, id, cancellationToken);
        var used = new List<string>();
        if (await db.Set<Enrollment>().CountAsync(e => e.SectionId == id && e.UserId != user.Id, cancellationToken) is > 0 and var people)
        {
            used.Add(people == 1 ? "1 person" : $"{people} people");
        }

        foreach (var use in uses)
        {
            if (await use.DescribeAsync(db, id, cancellationToken) is { } words)
            {
                used.Add(words);
            }
        }

        if (used.Count > 0)
        {
            throw new DomainException("section-in-use", $"This section has {string.Join(" and ", used)}. Archive it instead.")
            {
                Details = new Dictionary<string, object?> { ["usedBy"] = used },
            };
        }

        await gate.CommitAsync(
            db,
            async () =>
            {
                await db.Set<Enrollment>().Where(e => e.SectionId == id).ExecuteDeleteAsync(cancellationToken);
                db.Remove(section);
                audit.Add(db, user.Id, "section.deleted", "section", id);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }
}
