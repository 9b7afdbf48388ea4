using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;

namespace VirtualClient.Web.Features.Assessments;

/// <summary>
/// Looks for attempts that have ended and have no assessment yet, and drafts what waits; a few at a time on each server. Nothing of it is held
/// in memory, so a server that dies loses nothing but time.
/// </summary>
internal sealed partial class AssessmentQueue(
    IDbContextFactory<AppDbContext> factory,
    DraftAssessment draft,
    DueReleases due,
    WriteGate gate,
    TimeProvider clock,
    ILogger<AssessmentQueue> logger
) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>How far back a look goes that is not the first: longer than a database was ever away.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim wake = new(0);
    private DateTimeOffset seen = DateTimeOffset.MinValue;

    /// <summary>There is something to do now.</summary>
    public void Wake() => wake.Release();

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FindAsync(stoppingToken);
                await due.HandleAsync(stoppingToken);
                if (await DraftAsync(stoppingToken))
                {
                    continue;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The end of a worker loop: it goes on, and what was not done still waits in its row.
                LogAway(e);
            }

            await wake.WaitAsync(Poll, stoppingToken);
        }
    }

    /// <summary>Gives every ended attempt its row. Two servers that find the same one are told apart by the database.</summary>
    private async Task FindAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var from = seen == DateTimeOffset.MinValue ? seen : seen - Overlap;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var ended = await Assessable(db)
            .Where(c => c.LastActivityAt >= from && !db.Set<Assessment>().Any(a => a.ConversationId == c.Id))
            .OrderBy(c => c.LastActivityAt)
            .Take(100)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        foreach (var attempt in ended)
        {
            await using var own = await factory.CreateDbContextAsync(cancellationToken);
            own.Add(Assessment.Of(attempt, now));
            try
            {
                await gate.SaveAsync(own, cancellationToken);
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation())
            {
                // Another server was first.
            }
        }

        seen = ended.Count == 100 ? seen : now;
    }

    /// <summary>Attempts that were used and have a rubric. Stepping out costs nothing and is not scored.</summary>
    internal static IQueryable<Conversation> Assessable(AppDbContext db) =>
        db.Set<Conversation>()
            .Where(c =>
                (c.Status == ConversationStatus.Completed || c.Status == ConversationStatus.Abandoned)
                && c.AssignmentId != null
                && c.Rubric != null
                && c.EndReason != EndReason.SteppedOut
                && c.GivenBackAt == null
            );

    private async Task<bool> DraftAsync(CancellationToken cancellationToken)
    {
        List<Guid> next;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            var now = clock.GetUtcNow();
            next = await db.Set<Assessment>()
                .Where(a => a.State == DraftState.Waiting && a.NextTryAt <= now && (a.LeaseUntil == null || a.LeaseUntil < now))
                .OrderBy(a => a.NextTryAt)
                .Select(a => a.Id)
                .Take(AtOnce)
                .ToListAsync(cancellationToken);
        }

        await Task.WhenAll(next.Select(id => draft.TryAsync(id, cancellationToken)));
        return next.Count > 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Assessments wait: the look for them failed")]
    private partial void LogAway(Exception exception);
}
