using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Features.Monitoring.Servers;

/// <summary>The servers that share this database, the one that has run longest first.</summary>
internal sealed class ReadServers(IDbContextFactory<AppDbContext> factory, Heartbeat own, TimeProvider clock)
{
    public async Task<IReadOnlyList<ServerView>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var rows = await db.Set<Server>().AsNoTracking().OrderBy(s => s.StartedAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(s => new ServerView(
                s.Id,
                s.Name,
                s.Version,
                s.Id == own.Id,
                now - s.SeenAt > Server.QuietAfter ? "unavailable" : "healthy",
                s.StartedAt,
                s.SeenAt,
                s.RepliesLive,
                s.RepliesWaiting,
                s.DatabaseMs,
                s.FreeDiskBytes,
                s.MemoryBytes,
                s.Routes
            )),
        ];
    }
}
