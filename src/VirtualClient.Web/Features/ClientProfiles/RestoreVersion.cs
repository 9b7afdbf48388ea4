using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Brings back the text of an earlier version, as a new version; nothing is lost by it.</summary>
internal sealed class RestoreVersion(UpdateClient update, AppDbContext db, TimeProvider clock)
{
    public async Task<TeacherClient> HandleAsync(CurrentUser user, Guid id, int number, CancellationToken cancellationToken)
    {
        var profile = await update.OwnAsync(user, id, cancellationToken);
        var version =
            await db.Set<ClientVersion>()
                .AsNoTracking()
                .FirstOrDefaultAsync(v => v.ClientProfileId == id && v.Number == number, cancellationToken)
            ?? throw DomainException.NotFound();
        update.Take(profile, version.Persona, VersionKind.Restored, user, clock.GetUtcNow());
        await update.SaveAsync(user, id, cancellationToken);
        return TeacherClient.Of(profile, user);
    }
}
