using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>A rubric one can see, as a file that another teacher or installation can import.</summary>
internal sealed class ExportRubric(AppDbContext db, TimeProvider clock)
{
    public async Task<(string FileName, byte[] File)> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var rubric = await db.Set<Rubric>().AsNoTracking().VisibleTo(user).OneAsync(id, cancellationToken);
        return ($"rubric-{Slug.Of(rubric.Name, "rubric")}.json", RubricFile.Write(rubric.Definition, clock.GetUtcNow()));
    }
}
