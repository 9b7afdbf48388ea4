using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure.Jobs;

/// <summary>Takes the oldest job that waits, or whose server died, and does it; one at a time on each server.</summary>
internal sealed partial class JobRunner(
    IDbContextFactory<AppDbContext> factory,
    IServiceScopeFactory scopes,
    WriteGate gate,
    ProblemLog problems,
    TimeProvider clock,
    ILogger<JobRunner> logger
) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Guid serverId = Guid.CreateVersion7();
    private readonly SemaphoreSlim wake = new(0);

    /// <summary>There is something to do now.</summary>
    public void Wake() => wake.Release();

    /// <summary>At start: on SQLite this is the only server, so every running job is a dead server's.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Set<Job>()
                .Where(j => j.State == JobState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Queued), cancellationToken);
        }

        var old = clock.GetUtcNow() - Kept;
        await db.Set<Job>().Where(j => j.CreatedAt < old && j.State != JobState.Running).ExecuteDeleteAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

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
                if (await TakeAsync(stoppingToken) is { } job)
                {
                    await (job.Tries < Job.MaxTries ? DoAsync(job, stoppingToken) : GiveUpAsync(job));
                    continue;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(e);
            }

            await wake.WaitAsync(Poll, stoppingToken);
        }
    }

    /// <summary>As it was before it was taken.</summary>
    private async Task<Job?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var next = await db.Set<Job>()
            .AsNoTracking()
            .Where(j => j.State == JobState.Queued || (j.State == JobState.Running && j.LeaseUntil < now))
            .OrderBy(j => j.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return null;
        }

        var until = now + Lease;
        var taken = await gate.CommitAsync(
            db,
            () =>
                db.Set<Job>()
                    .Where(j => j.Id == next.Id && (j.State == JobState.Queued || (j.State == JobState.Running && j.LeaseUntil < now)))
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(j => j.State, JobState.Running)
                                .SetProperty(j => j.Tries, j => j.Tries + 1)
                                .SetProperty(j => j.LeaseOwner, serverId)
                                .SetProperty(j => j.LeaseUntil, until),
                        cancellationToken
                    ),
            cancellationToken
        );
        return taken == 1 ? next : null;
    }

    private async Task DoAsync(Job job, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = new JobProgress();
        var renewing = RenewAsync(job.Id, progress, over.Token);
        string? result = null;
        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetServices<IJobWork>().FirstOrDefault(w => w.Kind == job.Kind);
            result = work is null
                ? throw new DomainException("unknown-job", "This program no longer knows this kind of work.")
                : await work.RunAsync(job, progress, stoppingToken);
        }
        catch (DomainException e)
        {
            // A longer one could not be stored, and a job that cannot be finished would end this worker.
            error = e.Message.Length > Job.ErrorMax ? e.Message[..Job.ErrorMax] : e.Message;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested && !e.IsTransient())
        {
            LogFailed(e, job.Id, job.Kind);
            error = "Something went wrong on our side before this was done. Some of it may be done: look before you start it again.";
            await problems.ReportAsync(
                "job-failed",
                job.Kind,
                Severity.High,
                "Long work failed for a reason the program did not expect.",
                $"job {job.Id}: {e.GetType().Name}",
                CancellationToken.None
            );
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }

        await FinishAsync(job.Id, result, error, progress.Now);
    }

    private async Task GiveUpAsync(Job job)
    {
        await problems.ReportAsync(
            "job-parked",
            job.Kind,
            Severity.High,
            $"Long work was begun {Job.MaxTries} times and never came to an end, so it was given up.",
            $"job {job.Id}",
            CancellationToken.None
        );
        const string error =
            "This was begun several times and broke off each time, so it was given up. Some of it may be done: look before you start it again.";
        await FinishAsync(job.Id, null, error, (job.Done, job.Total));
    }

    private async Task FinishAsync(Guid id, string? result, string? error, (int Done, int Total) at)
    {
        // What was done must not be lost because the server is asked to stop.
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        await gate.CommitAsync(
            db,
            () =>
                db.Set<Job>()
                    .Where(j => j.Id == id && j.LeaseOwner == serverId)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(j => j.State, error is null ? JobState.Done : JobState.Failed)
                                .SetProperty(j => j.Result, result)
                                .SetProperty(j => j.Error, error)
                                .SetProperty(j => j.Done, at.Done)
                                .SetProperty(j => j.Total, at.Total)
                                .SetProperty(j => j.Input, "")
                                .SetProperty(j => j.FinishedAt, now)
                                .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null),
                        CancellationToken.None
                    ),
            CancellationToken.None
        );
    }

    /// <summary>Once a second: keeps the lease and writes how far it is.</summary>
    private async Task RenewAsync(Guid id, JobProgress progress, CancellationToken over)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                await RenewOnceAsync(id, progress, over);
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    private async Task RenewOnceAsync(Guid id, JobProgress progress, CancellationToken over)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(over);
            var until = clock.GetUtcNow() + Lease;
            var (done, total) = progress.Now;
            await db.Set<Job>()
                .Where(j => j.Id == id && j.LeaseOwner == serverId)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Done, done).SetProperty(j => j.Total, total),
                    over
                );
        }
        catch (Exception e) when (e.IsTransient())
        {
            // The next second tries again, long before the lease is over.
            LogAway(e);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Long work is looked for again at the next try, as the database did not answer or something unexpected happened"
    )]
    private partial void LogAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} of kind {Kind} failed")]
    private partial void LogFailed(Exception exception, Guid id, string kind);
}
