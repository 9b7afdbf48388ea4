using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Spending;

/// <summary>What the provider reports is what the ledger says, whatever became of the reply.</summary>
public sealed class LedgerTests
{
    private const string Words =
        "I slept badly again. My sister called twice. The rent is due on Friday. I have not told her that. She would only worry about it.";

    [Fact]
    public async Task Failed_stopped_retried_and_corrected_calls_are_all_in_the_ledger_with_the_figures_that_were_reported()
    {
        await using var money = await MoneyHost.StartAsync(new StubSettings { Reply = _ => Words });
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        money.Stub.Faults.Add("500");
        Assert.Equal("reply-completed", (await talk.SayAsync(Talk.Lines[1])).Type);
        money.Stub.Faults.Add("role-break");
        Assert.Equal("reply-completed", (await talk.SayAsync(Talk.Lines[2])).Type);
        money.Stub.Faults.Add("cut:12");
        Assert.Equal("reply-failed", (await talk.SayAsync(Talk.Lines[3])).Type);
        var stopped = await StopAsync(money, talk);
        Assert.Equal("reply-completed", (await talk.ReadAsync(await talk.Api.PostAsync($"{talk.Path}/replies/{stopped}/retry")))[^1].Type);

        var ledger = await money.LedgerAsync();
        Assert.Equal(["ok", "failed", "ok", "ok", "ok", "failed", "cancelled", "ok"], ledger.Select(r => r.Outcome));
        Assert.Equal(["correction"], ledger.Where(r => r.Purpose != "reply").Select(r => r.Purpose));
        var reported = money.Stub.Reported;
        Assert.Equal(reported.Fresh, ledger.Sum(r => r.InputTokens));
        Assert.Equal(reported.CacheRead, ledger.Sum(r => r.CacheReadTokens));
        Assert.Equal(reported.CacheWrite1Hour, ledger.Sum(r => r.CacheWriteHourTokens));
        Assert.Equal(reported.CacheWrite1Hour + reported.CacheWrite5Minutes, ledger.Sum(r => r.CacheWriteTokens));
        // Of the two that broke off the provider never said how long they were; those figures are ours and marked.
        Assert.Equal(["failed", "cancelled"], ledger.Where(r => r.Estimated).Select(r => r.Outcome));
        var whole = ledger.Where(r => !r.Estimated).Sum(r => r.OutputTokens);
        Assert.Equal(reported.Output - 2 * PrefixLength(Words), whole);
        Assert.All(ledger.Where(r => r.StatusCode is null), r => Assert.True(r.CostNanoUsd > 0, r.Outcome));
        Assert.Equal((500, "overloaded", 0L), Failure(ledger[1]));
        Assert.All(ledger, r => Assert.Equal((talk.Id, MoneyHost.Model, "haiku"), (r.ConversationId.ToString(), r.Model, r.Route)));
        Assert.All(ledger.Where(r => r.Outcome == "ok"), r => Assert.True(r.RequestId is { Length: > 0 } && r.FirstTextMs <= r.DurationMs));
        await HoldsNothingAsync(money, ledger);
    }

    [Fact]
    public async Task A_deleted_conversation_leaves_its_lines_in_the_ledger()
    {
        await using var money = await MoneyHost.StartAsync();
        var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        var before = await money.LedgerAsync();
        await using (var db = money.Host.OpenDatabase())
        {
            Assert.Equal(1, await db.Set<Conversation>().Where(c => c.Id == Guid.Parse(talk.Id)).ExecuteDeleteAsync());
            Assert.Equal(0, await db.Set<Message>().CountAsync(m => m.ConversationId == Guid.Parse(talk.Id)));
        }

        var after = await money.LedgerAsync();
        Assert.Equal(before.Select(r => (r.Id, r.CostNanoUsd)), after.Select(r => (r.Id, r.CostNanoUsd)));
        Assert.NotEmpty(after);
    }

    [Fact]
    public async Task The_hours_are_the_sum_of_the_lines_and_say_whose_they_are()
    {
        await using var money = await MoneyHost.StartAsync();
        for (var student = 0; student < 3; student++)
        {
            var talk = await Talk.StartAsync(await money.Host.NewStudentAsync());
            money.Stub.Faults.Add(student == 0 ? "500" : "ping");
            await talk.SayAsync(Talk.Lines[0]);
            await talk.SayAsync(Talk.Lines[1]);
        }

        var ledger = await money.LedgerAsync();
        await using var db = money.Host.OpenDatabase();
        var hours = await db.Set<UsageHour>().AsNoTracking().ToListAsync();
        Assert.Equal(7, ledger.Count);
        Assert.Equal(Sums(ledger), Sums(hours));
        Assert.All(hours, hour => Assert.Equal((0, 0), (hour.Hour.Minute, hour.Hour.Second)));
        Assert.Equal(1, hours.Sum(h => h.FailedCalls));
    }

    private static async Task<string> StopAsync(MoneyHost money, Talk talk)
    {
        money.Stub.Settings = money.Stub.Settings with { PerPiece = TimeSpan.FromMilliseconds(150) };
        var sent = (await talk.SendAsync(Talk.Lines[4])).Is(202);
        await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
        (await talk.Api.PostAsync(talk.Path + "/stop")).Is(204);
        await talk.ReplyAsync(sent.Text("replyId"), status => status == "stopped");
        money.Stub.Settings = money.Stub.Settings with { PerPiece = TimeSpan.Zero };
        return sent.Text("replyId");
    }

    /// <summary>What the calls came to is spent everywhere they count, and nothing is held back any more.</summary>
    private static async Task HoldsNothingAsync(MoneyHost money, List<UsageRecord> ledger)
    {
        var cost = ledger.Sum(r => r.CostNanoUsd);
        foreach (var scope in new[] { BudgetScope.Day, BudgetScope.StudentMonth, BudgetScope.Conversation })
        {
            var period = Assert.Single(await money.PeriodsAsync(scope));
            Assert.Equal((cost, 0L), (period.SpentNanoUsd, period.HeldNanoUsd));
        }

        await using var db = money.Host.OpenDatabase();
        Assert.Equal(0, await db.Set<BudgetHold>().CountAsync());
    }

    private static long PrefixLength(string words) => (words.Length + 3) / 4;

    private static (int?, string?, long) Failure(UsageRecord record) => (record.StatusCode, record.Failure, record.CostNanoUsd);

    private static (long, long, long, long, long, long) Sums(List<UsageRecord> lines) =>
        (
            lines.Count,
            lines.Sum(r => r.InputTokens),
            lines.Sum(r => r.OutputTokens),
            lines.Sum(r => r.CacheWriteTokens),
            lines.Sum(r => r.CacheReadTokens),
            lines.Sum(r => r.CostNanoUsd)
        );

    private static (long, long, long, long, long, long) Sums(List<UsageHour> hours) =>
        (
            hours.Sum(h => h.Calls),
            hours.Sum(h => h.InputTokens),
            hours.Sum(h => h.OutputTokens),
            hours.Sum(h => h.CacheWriteTokens),
            hours.Sum(h => h.CacheReadTokens),
            hours.Sum(h => h.CostNanoUsd)
        );
}
