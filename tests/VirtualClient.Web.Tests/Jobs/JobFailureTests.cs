using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Jobs;

/// <summary>Work that cannot be done says so to its owner, and keeps no other from being done.</summary>
public sealed class JobFailureTests(JobFailureTests.Working working) : IClassFixture<JobFailureTests.Working>
{
    public sealed class Working : IAsyncLifetime
    {
        internal TestWork Work { get; } = new();

        internal WebHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await WebHost.StartAsync(services => services.AddSingleton<IJobWork>(Work));

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }

    private sealed record Owner(ApiClient Api, BrowserClient Browser, Guid Id);

    private async Task<Owner> OwnerAsync()
    {
        var (email, password) = await working.Host.NewAccountAsync(Roles.Teacher);
        var api = await working.Host.SignInAsync(email, password);
        var browser = working.Host.Browser();
        await browser.SignInAsync(email, password);
        return new Owner(api, browser, Guid.Parse(await Classroom.IdOfAsync(api)));
    }

    private async Task<Job> RunAsync(Owner owner, string title, string kind = TestWork.KindName)
    {
        var id = await TestWork.QueueAsync(working.Host, owner.Id, TimeProvider.System.GetUtcNow(), title, kind);
        return await TestWork.UntilAsync(working.Host, id, job => job.IsOver);
    }

    private async Task<List<string>> ProblemsAsync() =>
        [
            .. (await (await working.Host.NewPersonAsync(Roles.Admin)).GetAsync("/api/v1/admin/problems?code=job-failed"))
                .Is(200)
                .Items.Select(p => $"{p!["severity"]} {p["source"]} {p["details"]}"),
        ];

    [Fact]
    public async Task What_broke_is_told_in_a_sentence_that_gives_nothing_away_and_is_a_problem_of_high_severity()
    {
        var owner = await OwnerAsync();
        working.Work.Does = (_, _, _) => throw new InvalidOperationException("Rosa Klein said the pantry was closed.");
        var job = await RunAsync(owner, "Broken work");
        Assert.Equal(JobState.Failed, job.State);
        Assert.StartsWith("Something went wrong on our side", job.Error, StringComparison.Ordinal);
        Assert.NotNull(job.FinishedAt);
        Assert.Equal("", job.Input);
        await IsShownAsync(owner, job, "Broken work", "Something went wrong on our side");
        var problem = Assert.Single(await ProblemsAsync());
        Assert.StartsWith($"high {TestWork.KindName} job {job.Id}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", (await owner.Api.GetAsync($"/api/v1/jobs/{job.Id}")).Content, StringComparison.Ordinal);

        working.Work.Does = (_, _, _) => Task.FromResult("{}");
        var next = await RunAsync(owner, "Sound work");
        Assert.Equal((JobState.Done, null), (next.State, next.Error));
        Assert.Contains("Done", (await owner.Browser.GetAsync("/jobs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_its_own_words_and_is_nobodys_problem()
    {
        var owner = await OwnerAsync();
        var before = (await ProblemsAsync()).Count;
        working.Work.Does = (_, _, _) => throw new DomainException("section-archived", "This section is over.");
        await IsShownAsync(owner, await RunAsync(owner, "Late work"), "Late work", "This section is over.");
        await IsShownAsync(owner, await RunAsync(owner, "Old work", "long-gone"), "Old work", "no longer knows this kind of work");
        Assert.Equal(before, (await ProblemsAsync()).Count);
    }

    [Fact]
    public async Task A_sentence_that_is_longer_than_its_place_is_cut_and_stops_no_server()
    {
        var owner = await OwnerAsync();
        var sentence = "Too much: " + new string('x', 2_000);
        working.Work.Does = (_, _, _) => throw new DomainException("too-much", sentence);
        var job = await RunAsync(owner, "Wordy work");
        Assert.Equal(JobState.Failed, job.State);
        Assert.StartsWith("Too much: x", job.Error, StringComparison.Ordinal);
        working.Work.Does = (_, _, _) => Task.FromResult("{}");
        Assert.Equal(JobState.Done, (await RunAsync(owner, "Sound work")).State);
    }

    [Fact]
    public async Task Nobody_sees_the_long_work_of_somebody_else()
    {
        var (owner, other) = (await OwnerAsync(), await OwnerAsync());
        working.Work.Does = (_, _, _) => throw new DomainException("section-archived", "Only for its owner.");
        var job = await RunAsync(owner, "Work of one");
        (await other.Api.GetAsync($"/api/v1/jobs/{job.Id}")).Is(404, "not-found");
        Assert.Empty((await other.Api.GetAsync("/api/v1/jobs")).Is(200).Items);
        Assert.DoesNotContain("Only for its owner.", (await other.Browser.GetAsync("/jobs")).Text, StringComparison.Ordinal);
    }

    private static async Task IsShownAsync(Owner owner, Job job, string title, string sentence)
    {
        var answer = (await owner.Api.GetAsync($"/api/v1/jobs/{job.Id}")).Is(200);
        Assert.Equal("failed", answer.Text("state"));
        Assert.Contains(sentence, answer.Text("error"), StringComparison.Ordinal);
        var row = (await owner.Browser.GetAsync("/jobs"))
            .Document.QuerySelectorAll("tbody tr")
            .Single(tr => tr.TextContent.Contains(title, StringComparison.Ordinal));
        Assert.Contains("Not done", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence, row.TextContent, StringComparison.Ordinal);
    }
}
