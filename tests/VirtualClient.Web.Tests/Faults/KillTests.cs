using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Bench.Crash;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>kill -9 at the moments that matter, and at random ones.</summary>
public sealed class KillTests
{
    private const string Words = "I slept badly again. My sister called twice. The rent is due on Friday.";

    [Fact]
    public async Task Killed_before_the_commit_nothing_is_stored_and_the_same_message_goes_through_once()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        var messageId = Guid.CreateVersion7();
        string id;
        await using (var first = await ServerProcess.StartAsync(database.Connection, "Development"))
        {
            var talk = await Talk.StartAsync(await StudentAsync(first));
            id = talk.Id;
            await using var held = await HoldAsync(database, "select 1 from conversations where \"Id\" = {0} for update", Guid.Parse(id));
            var sending = talk.SendAsync(Talk.Lines[0], messageId);
            // However far it came: it cannot commit while this holds what it has to write.
            await Task.WhenAny(sending, Task.Delay(500));
            Assert.False(sending.IsCompleted);
            await first.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        }

        await using var second = await ServerProcess.StartAsync(database.Connection, "Development");
        var after = new Talk(await StudentAsync(second), id);
        Assert.Single(await after.MessagesAsync());
        await after.ReadAsync(await after.SendAsync(Talk.Lines[0], messageId));
        Assert.Equal(3, (await after.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Killed_after_the_commit_the_unheard_acknowledgement_is_given_again_for_the_same_turn()
    {
        await using var database = await WebHost.NewDatabaseAsync();
        var messageId = Guid.CreateVersion7();
        string id;
        await using (var first = await ServerProcess.StartAsync(database.Connection, "Development", "--BuiltInVoice:MinDuration=00:00:30"))
        {
            var talk = await Talk.StartAsync(await StudentAsync(first));
            id = talk.Id;
            // Nobody listens to the answer.
            var unheard = talk.SendAsync(Talk.Lines[0], messageId);
            await using (var db = database.Open())
            {
                for (var tries = 0; !await db.Set<Message>().AnyAsync(m => m.ClientMessageId == messageId); tries++)
                {
                    Assert.True(tries < 3_000, "the message was not stored");
                    await Task.Delay(10);
                }
            }

            await first.KillAsync();
            await Task.WhenAny(unheard);
        }

        await using var second = await ServerProcess.StartAsync(database.Connection, "Development");
        var after = new Talk(await StudentAsync(second), id);
        var again = (await after.SendAsync(Talk.Lines[0], messageId)).Is(202);
        var reply = await after.ReplyAsync(again.Text("replyId"), status => status is not ("waiting" or "streaming"));
        Assert.Equal("interrupted", reply["status"]!.GetValue<string>());
        Assert.Equal(3, (await after.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Killed_between_the_last_word_and_the_ledger_neither_is_half_stored_and_a_retry_is_paid_once()
    {
        using var gate = new ManualResetEventSlim();
        await using var stub = await StubProvider.StartAsync(
            new StubSettings
            {
                Reply = _ =>
                {
                    gate.Wait(TimeSpan.FromSeconds(60));
                    return Words;
                },
            }
        );
        await using var database = await WebHost.NewDatabaseAsync();
        var settings = StubRoute.To(stub).Select(s => "--" + s).ToArray();
        string id;
        string replyId;
        await using (var first = await ServerProcess.StartAsync(database.Connection, "Development", settings))
        {
            var talk = await Talk.StartAsync(await StudentAsync(first));
            id = talk.Id;
            var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
            replyId = sent.Text("replyId");
            await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "reply-started");
            for (var tries = 0; stub.RequestCount == 0; tries++)
            {
                Assert.True(tries < 600, "the model was not asked");
                await Task.Delay(50);
            }

            await using var held = await HoldAsync(database, "select 1 from messages where \"Id\" = {0} for update", Guid.Parse(replyId));
            gate.Set();
            // It speaks; what it said and what it cost can only be stored together, and not while this holds the row.
            await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
            await Task.Delay(300);
            await first.KillAsync();
        }

        await using (var db = database.Open())
        {
            Assert.Empty(await db.Set<UsageRecord>().Where(l => l.RequestId != null).ToListAsync());
        }

        await using var second = await ServerProcess.StartAsync(database.Connection, "Development", settings);
        var after = new Talk(await StudentAsync(second), id);
        var reply = await after.ReplyAsync(replyId, status => status is not ("waiting" or "streaming"));
        Assert.Equal("interrupted", reply["status"]!.GetValue<string>());
        var retried = await after.Api.PostAsync($"{after.Path}/replies/{replyId}/retry");
        Assert.Equal("reply-completed", (await after.ReadAsync(retried))[^1].Type);
        await using var stored = database.Open();
        var line = Assert.Single(await stored.Set<UsageRecord>().Where(l => l.RequestId != null).ToListAsync());
        Assert.Equal((Guid.Parse(retried.Text("replyId")), "req_stub_00000002"), (line.ReplyId, line.RequestId));
    }

    /// <summary>The short version of "bench crash --kills 500".</summary>
    [Fact]
    public async Task Killed_at_random_points_nothing_acknowledged_is_lost_doubled_or_miscounted()
    {
        var postgres = TestDatabase.IsPostgres ? Environment.GetEnvironmentVariable("VC_TEST_POSTGRES") : null;
        var result = await CrashRun.RunAsync(new CrashOptions(3, postgres, 3, Seed: 7), null, TestContext.Current.CancellationToken);
        Assert.True(result.Findings is { Good: true, Acknowledged: > 0 }, result.ToString());
    }

    private static Task<ApiClient> StudentAsync(ServerProcess server) =>
        server.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password);

    /// <summary>Keeps everybody from writing: on PostgreSQL the row, on SQLite, which has one writer, the file.</summary>
    private static async Task<IAsyncDisposable> HoldAsync(TestDatabase database, string row, Guid id)
    {
        var db = database.Open();
        await db.Database.BeginTransactionAsync();
        if (TestDatabase.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync(row, id);
        }

        return db;
    }
}
