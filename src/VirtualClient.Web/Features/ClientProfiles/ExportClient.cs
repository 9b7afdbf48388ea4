using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>A client one can see, as a file that another teacher or installation can import.</summary>
internal sealed class ExportClient(AppDbContext db, TimeProvider clock)
{
    public async Task<(string FileName, string Text)> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var profile =
            await db.Set<ClientProfile>().AsNoTracking().VisibleTo(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw DomainException.NotFound();
        return ($"client-{Slug.Of(profile.Name, "client")}.json", ClientFile.Write(profile.Persona, clock.GetUtcNow()));
    }
}
