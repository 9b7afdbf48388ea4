using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

internal static class ConversationQueries
{
    /// <summary>
    /// Those and, once they have ended, the attempts in the sections in which this person is a teacher or an assistant, and the practice that students
    /// share with these sections. Nobody reads one live, and reading one is kept in the audit log. An attempt that somebody stepped out of
    /// is theirs alone: no teacher is told.
    /// </summary>
    public static IQueryable<Conversation> ReadableBy(this IQueryable<Conversation> conversations, AppDbContext db, CurrentUser user) =>
        conversations.Where(c =>
            c.OwnerId == user.Id
            || (
                (c.SharedWith != null || (c.SectionId != null && c.EndReason != EndReason.SteppedOut))
                && c.Status != ConversationStatus.Active
                && db.Set<Enrollment>()
                    .Any(e =>
                        e.SectionId == (c.SectionId ?? c.SharedWith)
                        && e.UserId == user.Id
                        && e.Role != SectionRole.Student
                        && e.RemovedAt == null
                    )
            )
        );

    /// <summary>Practice is private and tests are their teacher's own: only the person who holds it.</summary>
    public static IQueryable<Conversation> VisibleTo(this IQueryable<Conversation> conversations, CurrentUser user) =>
        conversations.Where(c => c.OwnerId == user.Id);
}
