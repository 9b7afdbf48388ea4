using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure.Jobs;

/// <summary>A job as its owner sees it.</summary>
public sealed record JobView(
    Guid Id,
    string Kind,
    string Title,
    string State,
    int Done,
    int Total,
    Guid? SubjectId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Error,
    JsonNode? Result
)
{
    public static JobView Of(Job job) =>
        new(
            job.Id,
            job.Kind,
            job.Title,
            JsonNamingPolicy.KebabCaseLower.ConvertName(job.State.ToString()),
            job.Done,
            job.Total,
            job.SubjectId,
            job.CreatedAt,
            job.FinishedAt,
            job.Error,
            job.Result is null ? null : JsonNode.Parse(job.Result)
        );
}

/// <summary>Where work is handed in, looked at and found again.</summary>
internal sealed class JobDesk(IDbContextFactory<AppDbContext> factory, WriteGate gate, JobRunner runner, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(80);

    public async Task<Job> AddAsync(Job job, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.Add(job);
        await gate.SaveAsync(db, cancellationToken);
        runner.Wake();
        return job;
    }

    /// <summary>The owner says yes to what was prepared; saying it twice changes nothing.</summary>
    public async Task GoAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await gate.CommitAsync(
            db,
            () =>
                db.Set<Job>()
                    .Where(j => j.Id == id && j.OwnerId == user.Id && j.State == JobState.Prepared)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(j => j.State, JobState.Queued).SetProperty(j => j.Result, (string?)null),
                        cancellationToken
                    ),
            cancellationToken
        );
        runner.Wake();
    }

    /// <exception cref="DomainException">Not there or not yours.</exception>
    public async Task<Job> FindAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Set<Job>().AsNoTracking().FirstOrDefaultAsync(j => j.Id == id && j.OwnerId == user.Id, cancellationToken)
            ?? throw DomainException.NotFound();
    }

    /// <summary>Waits a while for its end; it goes on when the wait is over.</summary>
    public async Task<Job> WaitAsync(CurrentUser user, Guid id, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var until = clock.GetTimestamp();
        while (true)
        {
            var job = await FindAsync(user, id, cancellationToken);
            if (job.IsOver || job.State == JobState.Prepared || clock.GetElapsedTime(until) > atMost)
            {
                return job;
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    /// <summary>Newest first.</summary>
    public async Task<KeysetPage<Job>> ListAsync(CurrentUser user, int? limit, string? after, CancellationToken cancellationToken)
    {
        var take = KeysetPosition.Limit(limit);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var query = db.Set<Job>().AsNoTracking().Where(j => j.OwnerId == user.Id && j.State != JobState.Prepared);
        if (KeysetPosition.Decode(after) is { } position)
        {
            query = query.Where(j => j.CreatedAt < position.At || (j.CreatedAt == position.At && j.Id.CompareTo(position.Id) < 0));
        }

        var rows = await query
            .OrderByDescending(j => j.CreatedAt)
            .ThenByDescending(j => j.Id)
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        return new KeysetPage<Job>(
            [.. rows.Take(take)],
            rows.Count > take ? new KeysetPosition(rows[take - 1].CreatedAt, rows[take - 1].Id).Encode() : null
        );
    }
}
