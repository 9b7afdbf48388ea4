using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Deletes a teacher's own client that nothing holds on to; what is in use is archived instead.</summary>
internal sealed class DeleteClient(UpdateClient update, IEnumerable<IClientUse> holders, AppDbContext db, WriteGate gate, AuditLog audit)
{
    public async Task HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var profile = await update.OwnAsync(user, id, cancellationToken);
        var uses = new List<ClientUse>();
        foreach (var holder in holders)
        {
            if (await holder.OfAsync(id, cancellationToken) is { } use)
            {
                uses.Add(use);
            }
        }

        if (uses.Count > 0)
        {
            throw InUse(profile.Name, uses);
        }

        db.Remove(profile);
        audit.Add(db, user.Id, "client.deleted", "client", id);
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsHeld())
        {
            // Somebody began with this client in the same moment.
            throw InUse(profile.Name, []);
        }
    }

    private static DomainException InUse(string name, List<ClientUse> uses) =>
        new(
            "client-in-use",
            $"{name} is in use{(uses.Count == 0 ? "" : ": " + string.Join("; ", uses.Select(use => use.Sentence)))}. Archive this client instead."
        )
        {
            Details = new Dictionary<string, object?> { ["uses"] = uses },
        };
}
