using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

internal static class ClientProfileQueries
{
    /// <summary>
    /// Students: published clients, built in or of a teacher of one of their sections. Teachers: built-in clients, their own, and what
    /// colleagues share. Admins without another role: built-in clients.
    /// </summary>
    public static IQueryable<ClientProfile> VisibleTo(this IQueryable<ClientProfile> profiles, AppDbContext db, CurrentUser user) =>
        user.IsTeacher
            ? profiles.Where(c => c.OwnerId == null || c.OwnerId == user.Id || (c.IsShared && c.Status != ProfileStatus.Archived))
            : profiles.Where(c =>
                c.Status == ProfileStatus.Published
                && (
                    c.OwnerId == null
                    || db.Set<Enrollment>()
                        .Any(own =>
                            own.UserId == user.Id
                            && own.RemovedAt == null
                            && own.Role == SectionRole.Student
                            && db.Set<Enrollment>()
                                .Any(theirs =>
                                    theirs.SectionId == own.SectionId
                                    && theirs.UserId == c.OwnerId
                                    && theirs.Role == SectionRole.Teacher
                                    && theirs.RemovedAt == null
                                )
                        )
                )
            );

    /// <summary>What a teacher may change: their own.</summary>
    public static IQueryable<ClientProfile> OwnedBy(this IQueryable<ClientProfile> profiles, CurrentUser user) =>
        profiles.Where(c => c.OwnerId == user.Id);
}
