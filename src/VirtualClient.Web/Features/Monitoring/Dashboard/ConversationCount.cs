using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Monitoring.Dashboard;

/// <summary>
/// How many conversations lie before an id. Ids are in order of time, so this part of all conversations only changes when some are erased; it is
/// counted anew every few minutes, and the rest with every look at the board. To count all takes 20 ms at 200,000.
/// </summary>
internal sealed class ConversationCount(IDbContextFactory<AppDbContext> factory, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private const int Recent = 200;

    private volatile Part? part;

    /// <param name="Border">The first id that is not counted in it.</param>
    internal sealed record Part(Guid Border, int Count, long ReadAt);

    public async ValueTask<Part> BeforeAsync(CancellationToken cancellationToken)
    {
        if (part is { } known && clock.GetElapsedTime(known.ReadAt) < GoodFor)
        {
            return known;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // Of those that are there: one that is being stored at this moment by another server has an id near the newest, which is not counted yet.
        var border = await db.Set<Conversation>()
            .TagWith(QueryTags.Remembered)
            .OrderByDescending(c => c.Id)
            .Skip(Recent)
            .Select(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var count = await db.Set<Conversation>()
            .TagWith(QueryTags.Remembered)
            .CountAsync(c => c.Id.CompareTo(border) < 0, cancellationToken);
        return part = new Part(border, count, clock.GetTimestamp());
    }
}
