using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure.Jobs;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Jobs;

/// <summary>A job is held by one server at a time, and none is lost with the server that held it.</summary>
public sealed class JobLeaseTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly MovableClock clock = new();
    private readonly TestWork work = new();

    private void Services(IServiceCollection services) => services.AddSingleton<TimeProvider>(clock).AddSingleton<IJobWork>(work);

    private static async Task<Guid> OwnerAsync(WebHost host) =>
        Guid.Parse(await Classroom.IdOfAsync(await host.NewPersonAsync(Roles.Teacher)));

    [Fact]
    public async Task A_job_whose_server_died_is_taken_over_when_its_lease_is_over_and_done_once()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        await using var one = WebHost.Start(database, [], Services);
        await using var two = WebHost.Start(database, [], Services);
        one.KeepDatabase();
        two.KeepDatabase();
        var owner = await OwnerAsync(one);
        work.Does = (job, _, _) => Task.FromResult($$"""{"input":"{{job.Input}}"}""");
        var left = await TestWork.LeftAsync(one, owner, clock.GetUtcNow(), clock.GetUtcNow() + Lease);

        // The one behind it is done, and so somebody has looked: what is still held is left alone.
        clock.Move(TimeSpan.FromSeconds(1));
        await TestWork.UntilAsync(one, await TestWork.QueueAsync(one, owner, clock.GetUtcNow()), job => job.State == JobState.Done);
        Assert.Equal((JobState.Running, 0), ((await TestWork.ReadAsync(one, left)).State, work.TimesBegun(left)));

        clock.Move(Lease);
        var done = await TestWork.UntilAsync(one, left, job => job.IsOver);
        Assert.Equal((JobState.Done, """{"input":"in"}""", ""), (done.State, done.Result, done.Input));
        Assert.NotNull(done.FinishedAt);
        foreach (var host in new[] { one, two })
        {
            await TestWork.UntilAsync(host, await TestWork.QueueAsync(host, owner, clock.GetUtcNow()), job => job.State == JobState.Done);
        }

        Assert.Equal(1, work.TimesBegun(left));
    }

    [Fact]
    public async Task Work_that_breaks_off_again_and_again_is_given_up_and_is_a_problem()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        await using var host = WebHost.Start(database, [], Services);
        host.KeepDatabase();
        var owner = await OwnerAsync(host);
        // As a server leaves it whose database goes away in the middle: still running, until its lease is over.
        work.Does = (_, _, _) => throw new Microsoft.Data.Sqlite.SqliteException("database is locked", 5);
        var id = await TestWork.QueueAsync(host, owner, clock.GetUtcNow());
        for (var tries = 1; tries <= Job.MaxTries; tries++)
        {
            await TestWork.UntilAsync(host, id, job => job.Tries == tries && work.TimesBegun(id) == tries);
            clock.Move(Lease * 2);
        }

        var given = await TestWork.UntilAsync(host, id, job => job.IsOver);
        Assert.Equal((JobState.Failed, Job.MaxTries, ""), (given.State, work.TimesBegun(id), given.Input));
        Assert.StartsWith("This was begun several times", given.Error, StringComparison.Ordinal);
        var problem = Assert.Single((await (await host.NewPersonAsync(Roles.Admin)).GetAsync("/api/v1/admin/problems")).Is(200).Items)!;
        Assert.Equal(("job-parked", "high"), (problem["code"]!.GetValue<string>(), problem["severity"]!.GetValue<string>()));

        // It keeps no other from being done.
        work.Does = (_, _, _) => Task.FromResult("{}");
        await TestWork.UntilAsync(host, await TestWork.QueueAsync(host, owner, clock.GetUtcNow()), job => job.State == JobState.Done);
    }

    [Fact]
    public async Task Two_servers_do_each_of_many_jobs_once()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        await using var one = WebHost.Start(database, [], Services);
        await using var two = WebHost.Start(database, [], Services);
        one.KeepDatabase();
        two.KeepDatabase();
        var owner = await OwnerAsync(one);
        var jobs = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            jobs.Add(await TestWork.QueueAsync(i % 2 == 0 ? one : two, owner, clock.GetUtcNow()));
        }

        foreach (var job in jobs)
        {
            Assert.Equal(JobState.Done, (await TestWork.UntilAsync(one, job, j => j.IsOver)).State);
            Assert.Equal(1, work.TimesBegun(job));
        }
    }

    [Fact]
    public async Task The_lease_is_renewed_while_the_work_goes_on_and_its_owner_sees_how_far_it_is()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        await using var one = WebHost.Start(database, [], Services);
        await using var two = WebHost.Start(database, [], Services);
        one.KeepDatabase();
        two.KeepDatabase();
        var (email, password) = await one.NewAccountAsync(Roles.Teacher);
        var api = await one.SignInAsync(email, password);
        var finish = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Does = (_, progress, _) =>
        {
            progress.Tell(2, 5);
            return finish.Task;
        };
        var id = await TestWork.QueueAsync(one, Guid.Parse(await Classroom.IdOfAsync(api)), clock.GetUtcNow(), "Long work of mine");
        // Three leases long, and never over.
        for (var i = 0; i < 5; i++)
        {
            var now = clock.GetUtcNow();
            var held = await TestWork.UntilAsync(one, id, job => job.LeaseUntil > now + Lease / 2);
            Assert.Equal(JobState.Running, held.State);
            clock.Move(Lease * 0.6);
        }

        await TestWork.UntilAsync(one, id, job => job.Done == 2);
        var seen = (await api.GetAsync($"/api/v1/jobs/{id}")).Is(200);
        Assert.Equal(("running", 2, 5), (seen.Text("state"), seen.Number("done"), seen.Number("total")));
        var browser = one.Browser();
        await browser.SignInAsync(email, password);
        Assert.Contains("2 of 5", (await browser.GetAsync("/jobs")).Text, StringComparison.Ordinal);
        finish.SetResult("{}");
        var done = await TestWork.UntilAsync(one, id, job => job.IsOver);
        Assert.Equal((JobState.Done, 1), (done.State, work.TimesBegun(id)));
        Assert.Null(done.LeaseUntil);
    }

    [Fact]
    public async Task A_server_that_lost_its_lease_writes_nothing_over_who_has_it_now()
    {
        await using var host = await WebHost.StartAsync(Services);
        var owner = await OwnerAsync(host);
        var first = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Does = (_, _, _) => first.Task;
        var id = await TestWork.QueueAsync(host, owner, clock.GetUtcNow());
        await TestWork.UntilAsync(host, id, _ => work.TimesBegun(id) == 1);
        await using (var db = host.OpenDatabase())
        {
            Guid? other = Guid.CreateVersion7();
            DateTimeOffset? until = clock.GetUtcNow() + Lease;
            await db.Set<Job>()
                .Where(j => j.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseOwner, other).SetProperty(j => j.LeaseUntil, until));
        }

        work.Does = (_, _, _) => Task.FromResult("""{"by":"second"}""");
        first.SetResult("""{"by":"first"}""");
        // The next one is done after the first has ended.
        await TestWork.UntilAsync(host, await TestWork.QueueAsync(host, owner, clock.GetUtcNow()), job => job.IsOver);
        var held = await TestWork.ReadAsync(host, id);
        Assert.Equal((JobState.Running, null, "in"), (held.State, held.Result, held.Input));

        // The other one dies too.
        clock.Move(Lease + TimeSpan.FromSeconds(1));
        var done = await TestWork.UntilAsync(host, id, job => job.IsOver);
        Assert.Equal((JobState.Done, """{"by":"second"}""", 2), (done.State, done.Result, work.TimesBegun(id)));
    }

    [Fact]
    public async Task A_server_that_is_stopped_in_the_middle_leaves_the_work_to_the_next()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        Guid id;
        await using (var one = WebHost.Start(database, [], Services))
        {
            one.KeepDatabase();
            work.Does = async (_, _, stopped) =>
            {
                await Task.Delay(Timeout.Infinite, stopped);
                return "{}";
            };
            id = await TestWork.QueueAsync(one, await OwnerAsync(one), clock.GetUtcNow());
            await TestWork.UntilAsync(one, id, _ => work.TimesBegun(id) == 1);
        }

        work.Does = (_, _, _) => Task.FromResult("{}");
        clock.Move(Lease + TimeSpan.FromSeconds(5));
        await using var two = WebHost.Start(database, [], Services);
        two.KeepDatabase();
        var done = await TestWork.UntilAsync(two, id, job => job.IsOver);
        Assert.Equal((JobState.Done, null, 2), (done.State, done.Error, work.TimesBegun(id)));
    }
}
