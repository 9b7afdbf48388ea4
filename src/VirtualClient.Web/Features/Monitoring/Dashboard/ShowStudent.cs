using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Dashboard;

public sealed record ShownStudent(Guid Id, string Name, string Email, string ClientName);

public sealed record ShownPerson(Guid Id, string Name, string Email);

/// <summary>Tells who holds a conversation, or who is behind a line of the spending. That it was asked is kept, where the person finds it among their own data.</summary>
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

    /// <summary>Only those who are in the ledger as students.</summary>
    public async Task<ShownPerson> OfSpendingAsync(CurrentUser user, Guid studentId, CancellationToken cancellationToken)
    {
        var shown =
            await db
                .Users.Where(u => u.Id == studentId && db.Set<UsageRecord>().Any(r => r.StudentId == u.Id))
                .Select(u => new ShownPerson(u.Id, u.DisplayName, u.Email!))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        audit.Add(db, user.Id, "student.shown", "user", studentId, studentId);
        await gate.SaveAsync(db, cancellationToken);
        return shown;
    }
}
