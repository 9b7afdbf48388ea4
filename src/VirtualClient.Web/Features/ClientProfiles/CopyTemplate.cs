using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

public sealed class CopyTemplateInput
{
    /// <summary>A built-in client.</summary>
    [Required(ErrorMessage = "Say which template to copy.")]
    public Guid? TemplateId { get; set; }
}

/// <summary>Makes a teacher's own client from one they can see: a built-in one, a colleague's, their own.</summary>
internal sealed class CopyTemplate(AppDbContext db, CreateClient create)
{
    public async Task<TeacherClient> HandleAsync(CurrentUser user, CopyTemplateInput input, CancellationToken cancellationToken) =>
        await CopyAsync(user, db.Set<ClientProfile>().Where(c => c.Id == input.TemplateId && c.TemplateKey != null), cancellationToken);

    public async Task<TeacherClient> DuplicateAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await CopyAsync(user, db.Set<ClientProfile>().VisibleTo(db, user).Where(c => c.Id == id), cancellationToken);

    private async Task<TeacherClient> CopyAsync(CurrentUser user, IQueryable<ClientProfile> one, CancellationToken cancellationToken)
    {
        var original = await one.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? throw DomainException.NotFound();
        return await create.AddAsync(user, original.Persona, VersionKind.Copied, shared: false, cancellationToken);
    }
}
