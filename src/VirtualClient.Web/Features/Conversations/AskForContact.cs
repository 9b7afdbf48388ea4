using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Components.Ui.Interview;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// A student who steps out lets their teachers know, where the installation offers it: their own act, never done for them, and taken back as
/// easily.
/// </summary>
internal sealed class AskForContact(AppDbContext db, ContactWishes wishes, IOptions<InstallationOptions> installation)
{
    /// <summary>Whom the holder of a conversation may ask; null where nobody can be asked.</summary>
    public async Task<TeachersView?> OfAsync(Conversation conversation, CancellationToken cancellationToken) =>
        await FindAsync(conversation, cancellationToken) is { } found ? new TeachersView(found.Name, found.AskedAt) : null;

    /// <param name="takeBack">The wish goes; nobody has to answer it.</param>
    /// <returns>The name of the section.</returns>
    /// <exception cref="DomainException">Nobody can be asked here.</exception>
    public async Task<string> HandleAsync(CurrentUser user, Guid id, bool takeBack, CancellationToken cancellationToken)
    {
        var conversation =
            await db.Set<Conversation>().AsNoTracking().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        var found =
            await FindAsync(conversation, cancellationToken)
            ?? throw new DomainException(
                "nobody-to-ask",
                "There is no teacher who could be asked from here. Help that is always there is on the help page."
            );
        await (
            takeBack
                ? wishes.TakeBackAsync(user, found.SectionId, cancellationToken)
                : wishes.AskAsync(user, found.SectionId, cancellationToken)
        );
        return found.Name;
    }

    private sealed record Found(Guid SectionId, string Name, DateTimeOffset? AskedAt);

    /// <summary>An attempt belongs to its section, practice to the one that the student joined last.</summary>
    private async Task<Found?> FindAsync(Conversation conversation, CancellationToken cancellationToken) =>
        !installation.Value.StudentsCanAskTeachers || conversation.IsTest
            ? null
            : await db.Set<Enrollment>()
                .Where(e =>
                    e.UserId == conversation.OwnerId
                    && e.Role == SectionRole.Student
                    && e.RemovedAt == null
                    && (conversation.SectionId == null || e.SectionId == conversation.SectionId)
                )
                .Join(
                    db.Set<CourseSection>().Where(s => s.ArchivedAt == null),
                    e => e.SectionId,
                    s => s.Id,
                    (e, s) =>
                        new
                        {
                            s.Id,
                            s.Name,
                            e.ContactAskedAt,
                            e.EnrolledAt,
                        }
                )
                .OrderByDescending(r => r.EnrolledAt)
                .Select(r => new Found(r.Id, r.Name, r.ContactAskedAt))
                .FirstOrDefaultAsync(cancellationToken);
}
