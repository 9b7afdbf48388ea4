using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>
/// Makes the teacher's own copy of the client of a test, as it was met there, so that principles have a place to be kept. The test goes on
/// with the copy and belongs to it in the history. Who owns the client already gets that one.
/// </summary>
internal sealed class CopyTestedClient(AppDbContext db, WriteGate gate, CreateClient create)
{
    public async Task<(TeacherClient Client, bool IsNew)> HandleAsync(
        CurrentUser user,
        Guid conversationId,
        CancellationToken cancellationToken
    )
    {
        var test =
            await db.Set<Conversation>()
                .AsNoTracking()
                .VisibleTo(user)
                .FirstOrDefaultAsync(c => c.Id == conversationId && c.IsTest, cancellationToken)
            ?? throw DomainException.NotFound();
        var own = await db.Set<ClientProfile>()
            .AsNoTracking()
            .OwnedBy(user)
            .FirstOrDefaultAsync(c => c.Id == test.ClientProfileId, cancellationToken);
        if (own is not null)
        {
            return (TeacherClient.Of(own, user), false);
        }

        // Together: a copy that no test goes on with would be a client that nobody asked for.
        var copy = create.Add(user, test.Persona, VersionKind.Copied, shared: false);
        await gate.CommitAsync(
            db,
            async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                await db.Set<Conversation>()
                    .Where(c => c.Id == conversationId)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClientProfileId, copy.Id), cancellationToken);
            },
            cancellationToken
        );
        return (TeacherClient.Of(copy, user), true);
    }
}
