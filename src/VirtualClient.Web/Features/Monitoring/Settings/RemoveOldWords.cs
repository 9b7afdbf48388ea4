using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Settings;

/// <summary>
/// Between two and five at night by the installation's clock: removes what was said, noted and reflected in conversations that ended longer ago than
/// the admin wants it kept. Dates, turns, costs and scores stay. Several servers may do it at once; what one has done the other does not find.
/// </summary>
internal sealed partial class RemoveOldWords(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    InstallationState state,
    IOptions<InstallationOptions> installation,
    AuditLog audit,
    TimeProvider clock,
    ILogger<RemoveOldWords> logger
) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    /// <summary>Removes all that is due.</summary>
    /// <returns>Of how many conversations.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        if (state.Now.KeepWordsDays is not { } days)
        {
            return 0;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var removed = 0;
        while (true)
        {
            var ids = await CountOldWords
                .Old(db, clock.GetUtcNow(), days)
                .OrderBy(c => c.Id)
                .Select(c => c.Id)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                break;
            }

            await gate.CommitAsync(db, () => ForgetWords.OfAsync(db, ids, clock.GetUtcNow(), cancellationToken), cancellationToken);
            removed += ids.Count;
        }

        if (removed > 0)
        {
            audit.Add(db, null, "words.removed", "conversation", after: $"{removed} conversations, older than {days} days");
            await gate.SaveAsync(db, cancellationToken);
        }

        return removed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var zone = ViewerTime.Find(installation.Value.TimeZone);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Hour is >= 2 and < 5)
                {
                    await RemoveAsync(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; old words are removed later")]
    private partial void LogAway(Exception exception);
}
