using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

public sealed class CopyTemplateInput
{
    [Required(ErrorMessage = "Say which template to copy.")]
    public Guid? TemplateId { get; set; }
}

/// <summary>Makes a teacher's own client from a built-in one.</summary>
internal sealed class CopyTemplate(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public async Task<TeacherClient> HandleAsync(CurrentUser user, CopyTemplateInput input, CancellationToken cancellationToken)
    {
        var template =
            await db.Set<ClientProfile>()
                .AsNoTracking()
                .FirstOrDefaultAsync(c => c.Id == input.TemplateId && c.TemplateKey != null, cancellationToken)
            ?? throw DomainException.NotFound();
        var copy = ClientProfile.CopyFor(user.Id, template.Persona, clock.GetUtcNow());
        db.Add(copy);
        await gate.SaveAsync(db, cancellationToken);
        return TeacherClient.Of(copy);
    }
}
