using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>The database is away, full, read-only or starts anew: nothing is acknowledged that is not stored, and nothing stored is lost.</summary>
public sealed class DatabaseTroubleTests
{
    [Theory]
    [InlineData("ReadOnly")]
    [InlineData("Full")]
    [InlineData("Down")]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_goes_through_with_the_same_id_later(string trouble)
    {
        var (host, database) = await BrokenDatabase.StartAsync(_ => { });
        await using var owned = host;
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        var messageId = Guid.CreateVersion7();
        database.Now = Enum.Parse<BrokenDatabase.Trouble>(trouble);
        var refused = (await talk.SendAsync(Talk.Lines[0], messageId)).Is(503, "storage-away");
        Assert.Equal("5", refused.Headers.GetValues("Retry-After").Single());
        database.Now = BrokenDatabase.Trouble.None;
        Assert.Single(await talk.MessagesAsync());
        await talk.ReadAsync(await talk.SendAsync(Talk.Lines[0], messageId));
        Assert.Equal(3, (await talk.MessagesAsync()).Count);
    }

    [Theory]
    [InlineData("ReadOnly")]
    [InlineData("Full")]
    [InlineData("Down")]
    public async Task A_reply_that_ends_while_nothing_can_be_stored_is_stored_when_it_can(string trouble)
    {
        var (host, database) = await BrokenDatabase.StartAsync(
            services => services.AddSingleton<NewSeed>(() => 1),
            "BuiltInVoice:MinDuration=00:00:04",
            "BuiltInVoice:MaxDuration=00:00:04"
        );
        await using var owned = host;
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
        // It has been read what the reply needs: the client speaks.
        await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
        database.Now = Enum.Parse<BrokenDatabase.Trouble>(trouble);
        // Long enough for leases, clocks and the end of the reply to meet it.
        for (var tries = 0; database.Refused < 4; tries++)
        {
            Assert.True(tries < 300, "the database was not asked");
            await Task.Delay(100);
        }

        database.Now = BrokenDatabase.Trouble.None;
        var reply = await talk.ReplyAsync(sent.Text("replyId"), status => status is not ("waiting" or "streaming"));
        Assert.Equal("complete", reply["status"]!.GetValue<string>());
        Assert.NotEqual("", reply["text"]!.GetValue<string>());
        // The server itself goes on.
        Assert.Equal("reply-completed", (await talk.SayAsync(Talk.Lines[1])).Type);
        Talk.IsGapless(await talk.MessagesAsync());
    }

    [Fact]
    public async Task Every_connection_cut_in_the_middle_of_a_reply_loses_nothing()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has no connections to cut.");
        await using var host = await WebHost.StartAsync(
            services => services.AddSingleton<NewSeed>(() => 1),
            "BuiltInVoice:MinDuration=00:00:04",
            "BuiltInVoice:MaxDuration=00:00:04"
        );
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
        var followed = talk.ReadAsync(sent);
        await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
        for (var cut = 0; cut < 3; cut++)
        {
            await using var db = host.OpenDatabase();
            try
            {
                await db.Database.ExecuteSqlRawAsync(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                );
            }
            catch (Exception e) when (e.IsTransient())
            {
                // This one came from the pool and was cut before.
            }

            await Task.Delay(300);
        }

        var reply = await talk.ReplyAsync(sent.Text("replyId"), status => status is not ("waiting" or "streaming"));
        Assert.Equal("complete", reply["status"]!.GetValue<string>());
        Assert.Equal(reply["text"]!.GetValue<string>(), (await followed)[^1].Data["message"]!["text"]!.GetValue<string>());
        await SendUntilTakenAsync(talk);
        Talk.IsGapless(await talk.MessagesAsync());
    }

    /// <summary>Connections that were cut while they lay idle are found out one by one; each answers "again in a moment".</summary>
    private static async Task SendUntilTakenAsync(Talk talk)
    {
        var messageId = Guid.CreateVersion7();
        var answer = await talk.SendAsync(Talk.Lines[1], messageId);
        for (var tries = 0; tries < 50 && answer.Status == 503; tries++)
        {
            await Task.Delay(100);
            answer = await talk.SendAsync(Talk.Lines[1], messageId);
        }

        await talk.ReplyAsync(answer.Is(202).Text("replyId"), status => status == "complete");
    }
}
