using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Infrastructure.Jobs;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Jobs;

/// <summary>Work that does what a test wants and remembers which jobs it was begun for, on whichever server.</summary>
internal sealed class TestWork : IJobWork
{
    public const string KindName = "test-work";

    private readonly ConcurrentQueue<Guid> begun = new();

    public string Kind => KindName;

    public Func<Job, JobProgress, CancellationToken, Task<string>> Does { get; set; } = (_, _, _) => Task.FromResult("{}");

    public int TimesBegun(Guid job) => begun.Count(id => id == job);

    public Task<string> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        begun.Enqueue(job.Id);
        return Does(job, progress, cancellationToken);
    }

    /// <summary>Waits for its turn.</summary>
    public static async Task<Guid> QueueAsync(WebHost host, Guid owner, DateTimeOffset at, string title = "Work", string kind = KindName)
    {
        var job = Job.Queue(kind, owner, null, title, "in", at);
        await host.Services.GetRequiredService<JobDesk>().AddAsync(job, CancellationToken.None);
        return job.Id;
    }

    /// <summary>As a server leaves it that died in the middle.</summary>
    public static async Task<Guid> LeftAsync(WebHost host, Guid owner, DateTimeOffset at, DateTimeOffset leaseUntil)
    {
        // Prepared first: nobody takes it before it is as it should be.
        var job = Job.Prepare(KindName, owner, null, "Left", "in", "{}", at);
        await using var db = host.OpenDatabase();
        db.Add(job);
        await db.SaveChangesAsync();
        Guid? dead = Guid.CreateVersion7();
        DateTimeOffset? until = leaseUntil;
        await db.Set<Job>()
            .Where(j => j.Id == job.Id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(j => j.State, JobState.Running)
                    .SetProperty(j => j.Result, (string?)null)
                    .SetProperty(j => j.LeaseOwner, dead)
                    .SetProperty(j => j.LeaseUntil, until)
            );
        return job.Id;
    }

    public static async Task<Job> ReadAsync(WebHost host, Guid id)
    {
        await using var db = host.OpenDatabase();
        return await db.Set<Job>().AsNoTracking().SingleAsync(j => j.Id == id);
    }

    /// <summary>Waits until it is stored so.</summary>
    public static async Task<Job> UntilAsync(WebHost host, Guid id, Func<Job, bool> isSo)
    {
        for (var tries = 0; ; tries++)
        {
            var job = await ReadAsync(host, id);
            if (isSo(job))
            {
                return job;
            }

            Assert.True(tries < 300, $"the job is still {job.State}, {job.Done} of {job.Total}, held until {job.LeaseUntil:u}");
            await Task.Delay(100);
        }
    }
}
