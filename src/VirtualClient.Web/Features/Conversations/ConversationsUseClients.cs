using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>A client somebody talks or has talked with is not deleted.</summary>
internal sealed class ConversationsUseClients(AppDbContext db) : IClientUse
{
    public async Task<ClientUse?> OfAsync(Guid clientId, CancellationToken cancellationToken)
    {
        var held = await db.Set<Conversation>()
            .Where(c => c.ClientProfileId == clientId)
            .GroupBy(_ => 1)
            .Select(all => new { All = all.Count(), Active = all.Count(c => c.Status == ConversationStatus.Active) })
            .FirstOrDefaultAsync(cancellationToken);
        return held is null
            ? null
            : new ClientUse(
                "conversations",
                held.All,
                $"{held.All} {(held.All == 1 ? "conversation" : "conversations")}{(held.Active == 0 ? "" : $", {held.Active} under way")}"
            );
    }
}
