using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.Sections;

namespace VirtualClient.Web.Features.Conversations.Attempts;

/// <summary>Knows whether anybody of a section can still be judged by how they meet a client.</summary>
internal sealed class OpenWork(AppDbContext db, TimeProvider clock)
{
    /// <summary>Graded work with this client is open in the section: by everybody's date, by somebody's own, or without an end.</summary>
    public Task<bool> IsLeftAsync(Guid sectionId, Guid clientId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Set<Assignment>()
            .AnyAsync(
                a =>
                    a.SectionId == sectionId
                    && a.PublishedAt != null
                    && a.Kind == AssignmentKind.Graded
                    && a.Pairs.Any(p => p.ClientProfileId == clientId && p.RemovedAt == null)
                    && (
                        a.DueAt == null
                        || a.DueAt > now
                        || db.Set<AssignmentExtension>()
                            .Any(x =>
                                x.AssignmentId == a.Id
                                && x.DueAt > now
                                && db.Set<Enrollment>().Any(e => e.SectionId == sectionId && e.UserId == x.StudentId && e.RemovedAt == null)
                            )
                    ),
                cancellationToken
            );
    }
}
