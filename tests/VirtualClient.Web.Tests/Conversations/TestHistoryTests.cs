using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>The history of a teacher's tests: figures to the last token, pages by key, transcript, comparison.</summary>
public sealed class TestHistoryTests : IAsyncLifetime
{
    private StubProvider stub = null!;
    private WebHost host = null!;

    public async ValueTask InitializeAsync()
    {
        stub = await StubProvider.StartAsync();
        host = await WebHost.StartAsync(StubRoute.To(stub));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task The_seven_figures_are_those_of_the_filtered_list_to_the_last_token()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        Assert.Equal(0, (await teacher.GetAsync("/api/v1/tests")).Is(200).Json!["figures"]!["conversations"]!.GetValue<int>());
        var first = await TestTalk.StartAsync(teacher, 0);
        await first.SayAsync(Talk.Lines[0]);
        await first.SayAsync(Talk.Lines[1]);
        await first.EndAsync();
        var second = await TestTalk.StartAsync(teacher, 1);
        await second.SayAsync(Talk.Lines[0]);
        var silent = await TestTalk.StartAsync(teacher, 0);

        // Somebody else's test and a student's practice are in nobody else's figures.
        await (await TestTalk.StartAsync(await host.NewPersonAsync(Roles.Teacher), 0)).SayAsync(Talk.Lines[0]);
        await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        await TakeAsync(first.Id, TimeSpan.FromMilliseconds(1_000), TimeSpan.FromMilliseconds(2_500));
        await TakeAsync(second.Id, TimeSpan.FromMilliseconds(400));

        var messages = new[] { await first.MessagesAsync(), await second.MessagesAsync(), await silent.MessagesAsync() };
        var all = messages.SelectMany(m => m).ToList();
        var tokens = all.Sum(m => m["tokens"]?.GetValue<long>() ?? 0);
        var cost = all.Sum(m => m["costUsd"]?.GetValue<decimal>() ?? 0);
        Assert.True(tokens > 0 && cost > 0);

        var list = (await teacher.GetAsync("/api/v1/tests")).Is(200);
        var figures = list.Json!["figures"]!;
        Assert.Equal(3, figures["conversations"]!.GetValue<int>());
        Assert.Equal(cost, figures["totalCostUsd"]!.GetValue<decimal>());
        Assert.Equal(Math.Round(cost / 3, 9), figures["meanCostUsd"]!.GetValue<decimal>());
        Assert.Equal(1_300, figures["meanResponseMs"]!.GetValue<decimal>());
        Assert.Equal(tokens, figures["totalTokens"]!.GetValue<long>());
        Assert.Equal(Math.Round(tokens / 3m, 1), figures["meanTokens"]!.GetValue<decimal>());
        Assert.Equal(3, figures["meanMessages"]!.GetValue<decimal>());
        Assert.Equal([silent.Id, second.Id, first.Id], list.Items.Select(t => t!["id"]!.GetValue<string>()));
        Assert.Equal([1, 3, 5], list.Items.Select(t => t!["messages"]!.GetValue<int>()));

        var clientId = (await teacher.GetAsync(first.Path)).Text("clientId");
        var filtered = (await teacher.GetAsync($"/api/v1/tests?clientId={clientId}")).Is(200);
        Assert.Equal([silent.Id, first.Id], filtered.Items.Select(t => t!["id"]!.GetValue<string>()));
        Assert.Equal(
            (2, 1_750m),
            (filtered.Json!["figures"]!["conversations"]!.GetValue<int>(), filtered.Json["figures"]!["meanResponseMs"]!.GetValue<decimal>())
        );

        var page = (await teacher.GetAsync("/api/v1/tests?limit=2")).Is(200);
        var rest = (await teacher.GetAsync($"/api/v1/tests?limit=2&after={page.Text("next")}")).Is(200);
        Assert.Equal([first.Id], rest.Items.Select(t => t!["id"]!.GetValue<string>()));
        Assert.Null(rest.Json!["next"]);
        Assert.Equal(figures.ToJsonString(), rest.Json["figures"]!.ToJsonString());
    }

    [Fact]
    public async Task Tests_are_in_no_students_list_and_in_no_list_of_practice()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var test = await TestTalk.StartAsync(teacher, 0);
        await test.SayAsync(Talk.Lines[0]);
        var student = await host.NewStudentAsync();
        Assert.Empty((await student.GetAsync("/api/v1/conversations")).Is(200).Items);
        (await student.GetAsync(test.Path)).Is(404, "not-found");
        (await student.GetAsync("/api/v1/tests")).Is(403);
        var clientId = (await teacher.GetAsync(test.Path)).Text("clientId");
        var inLibrary = (await student.GetAsync("/api/v1/student/clients")).Items.Single(c => c!["id"]!.GetValue<string>() == clientId)!;
        Assert.Null(inLibrary["activeConversationId"]);
        Assert.Empty((await teacher.GetAsync("/api/v1/conversations?test=false")).Is(200).Items);
        Assert.Single((await teacher.GetAsync("/api/v1/conversations?test=true")).Is(200).Items);
    }

    [Fact]
    public async Task A_test_exports_its_labels_plans_facts_and_figures_and_practice_exports_none()
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var test = await TestTalk.StartAsync(teacher, 0);
        await test.SayAsync("What brings you in today?");
        var view = (await teacher.GetAsync(test.Path + "/test")).Is(200).Json!;
        var export = (await teacher.GetAsync(test.Path + "/export.md")).Is(200).Content;
        Assert.Contains("A teacher's test", export, StringComparison.Ordinal);
        Assert.Contains("Open question: “What brings you in today?”", export, StringComparison.Ordinal);
        Assert.Contains("- Plan: Trust", export, StringComparison.Ordinal);
        Assert.Contains("## Facts", export, StringComparison.Ordinal);
        Assert.Contains($"- Tokens: {view["totals"]!["tokens"]}", export, StringComparison.Ordinal);
        var practice = await Talk.StartAsync(await host.NewStudentAsync());
        await practice.SayAsync("What brings you in today?");
        var theirs = (await practice.Api.GetAsync(practice.Path + "/export.md")).Is(200).Content;
        Assert.DoesNotContain("Trust", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("## Facts", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_history_record_and_comparison_say_what_the_api_says()
    {
        var (email, password) = await host.NewAccountAsync(Roles.Teacher);
        var teacher = await host.SignInAsync(email, password);
        var left = await TestTalk.StartAsync(teacher, 0);
        await left.SayAsync("What brings you in today?");
        await left.EndAsync();
        var right = await TestTalk.StartAsync(teacher, 0);
        await right.SayAsync("Is it the money?");
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        var history = await browser.GetAsync("/tests");
        Assert.Equal(7, history.Document.QuerySelectorAll("#figures .stat").Length);
        Assert.Equal(2, history.Document.QuerySelectorAll("#list input[name=test]").Length);
        Assert.Equal("/tests", (await browser.GetAsync("/history")).Location);
        var record = await browser.GetAsync($"/tests/{left.Id}");
        Assert.Contains("questions.", record.Text, StringComparison.Ordinal);
        Assert.Single(record.Document.QuerySelectorAll("select[name=test] option"));
        var compared = await browser.GetAsync($"/tests/compare?test={left.Id}&test={right.Id}");
        var labels = compared.Document.QuerySelector("#labels")!.TextContent;
        Assert.Contains("Open question", labels, StringComparison.Ordinal);
        Assert.Contains("Closed question", labels, StringComparison.Ordinal);
        Assert.Contains("Tick exactly two", (await browser.GetAsync($"/tests/compare?test={left.Id}")).Text, StringComparison.Ordinal);
    }

    /// <summary>Sets how long the replies of a conversation took, in their order.</summary>
    private async Task TakeAsync(string conversationId, params TimeSpan[] took)
    {
        await using var db = host.OpenDatabase();
        var replies = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.ConversationId == Guid.Parse(conversationId) && m.InReplyTo != null)
            .OrderBy(m => m.Sequence)
            .ToListAsync();
        Assert.Equal(took.Length, replies.Count);
        foreach (var (reply, time) in replies.Zip(took))
        {
            DateTimeOffset? at = reply.SentAt + time;
            await db.Set<Message>().Where(m => m.Id == reply.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.CompletedAt, at));
        }
    }
}
