using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Dashboard;

public sealed record ShownStudent(Guid Id, string Name, string Email, string ClientName);

/// <summary>Tells who holds a conversation. That it was asked is kept, where the person finds it among their own data.</summary>
internal sealed class ShowStudent(AppDbContext db, WriteGate gate, AuditLog audit)
{
    public async Task<ShownStudent> HandleAsync(CurrentUser user, Guid conversationId, CancellationToken cancellationToken)
    {
        var shown =
            await db.Set<Conversation>()
                .Where(c => c.Id == conversationId)
                .Join(db.Users, c => c.OwnerId, u => u.Id, (c, u) => new ShownStudent(u.Id, u.DisplayName, u.Email!, c.ClientName))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        audit.Add(db, user.Id, "student.shown", "conversation", conversationId, shown.Id);
        await gate.SaveAsync(db, cancellationToken);
        return shown;
    }
}
