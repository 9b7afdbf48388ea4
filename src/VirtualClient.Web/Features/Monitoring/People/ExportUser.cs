using System.ComponentModel.DataAnnotations;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.People;

public sealed class ExportUserInput
{
    [Required(ErrorMessage = "Say why; it is kept in the audit log.")]
    [StringLength(400, ErrorMessage = "A reason is at most 400 characters.")]
    public string? Reason { get; set; }
}

/// <summary>
/// What is kept of a person, for somebody who asks the school for it and cannot sign in. With a reason, in the audit log, and so in what that
/// person takes along themselves; without their private notes.
/// </summary>
internal sealed class ExportUser(AppDbContext db, PersonalData data, WriteGate gate, AuditLog audit)
{
    public async Task<object> HandleAsync(CurrentUser admin, Guid id, ExportUserInput input, CancellationToken cancellationToken)
    {
        var document = await data.OfAnotherAsync(id, cancellationToken);
        audit.Add(db, admin.Id, "account.exported", "account", id, id, after: input.Reason!.Trim());
        await gate.SaveAsync(db, cancellationToken);
        return document;
    }
}
