using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

public sealed class EventTests(EveryTest every)
{
    [Fact]
    public async Task From_every_position_of_what_was_told_a_page_gets_exactly_the_rest()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        await talk.SayAsync(Talk.Lines[1]);
        await talk.EndAsync();
        var all = await talk.Api.EventsAsync(talk.Path + "/events?after=0", IsEnd);
        Assert.Equal(
            [
                "message",
                "message",
                "reply-started",
                "delta",
                "reply-completed",
                "message",
                "reply-started",
                "delta",
                "reply-completed",
                "conversation-ended",
            ],
            all.Select(e => e.Type)
        );
        for (var position = 0; position < all.Count - 1; position++)
        {
            var byHeader = await talk.Api.EventsAsync(talk.Path + "/events?after=0", IsEnd, lastEventId: all[position].Id);
            Assert.Equal(all.Skip(position + 1).Select(e => e.Whole), byHeader.Select(e => e.Whole));
            var byAddress = await talk.Api.EventsAsync($"{talk.Path}/events?after={all[position].Id}", IsEnd);
            Assert.Equal(byHeader.Select(e => e.Whole), byAddress.Select(e => e.Whole));
        }
    }

    [Fact]
    public async Task A_page_that_lost_the_line_at_any_event_of_a_running_reply_ends_with_the_same_words()
    {
        // With this seed the client answers the first line in several clauses.
        await using var host = await WebHost.StartAsync(
            services => services.AddSingleton<NewSeed>(() => 1),
            "BuiltInVoice:MinDuration=00:00:01",
            "BuiltInVoice:MaxDuration=00:00:01"
        );
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        var sent = await talk.SendAsync(Talk.Lines[0]);
        var live = await talk.ReadAsync(sent);
        var text = live[^1].Data["message"]!["text"]!.GetValue<string>();
        Assert.True(live.Count(e => e.Type == "delta") > 1, "the reply came at once, this test wants pieces");
        Assert.Equal(text, (await talk.MessagesAsync())[2]["text"]!.GetValue<string>());
        for (var position = 0; position < live.Count - 1; position++)
        {
            var rest = await talk.Api.EventsAsync(talk.Path + "/events", e => e.EndsReply, lastEventId: live[position].Id);
            var heard = live.Take(position + 1).Concat(rest).ToList();
            Assert.Equal(text, string.Concat(heard.Where(e => e.Type == "delta").Select(e => e.Data["text"])));
            Assert.Equal(["message", "reply-started", "reply-completed"], heard.Where(e => e.Type != "delta").Select(e => e.Type));
        }
    }

    [Fact]
    public async Task Without_a_position_or_with_one_that_is_none_of_ours_a_page_begins_with_everything()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        foreach (var path in new[] { "/events", "/events?after=", "/events?after=nonsense", "/events?after=-1" })
        {
            var first = (await talk.Api.EventsAsync(talk.Path + path, _ => true)).Single();
            Assert.Equal("snapshot", first.Type);
            Assert.Equal(3, first.Data["messages"]!.AsArray().Count);
            Assert.Null(first.Data["activeReply"]);
        }
    }

    [Fact]
    public async Task After_the_snapshot_a_page_hears_the_next_turn_live()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var snapshot = new TaskCompletionSource();
        var types = new List<string>();
        var page = Task.Run(async () =>
        {
            await foreach (var one in talk.Api.FollowAsync(talk.Path + "/events"))
            {
                types.Add(one.Type);
                snapshot.TrySetResult();
                if (one.EndsReply)
                {
                    break;
                }
            }
        });
        await snapshot.Task;
        await talk.SendAsync(Talk.Lines[0]);
        await page;
        Assert.Equal(["snapshot", "message", "reply-started", "reply-completed"], types.Where(type => type != "delta"));
    }

    [Fact]
    public async Task Whoever_wants_replies_whole_gets_them_whole()
    {
        var (email, password) = await every.Host.NewAccountAsync("student");
        var student = await every.Host.SignInAsync(email, password);
        (await student.PatchAsync("/api/v1/me", new { deliverWhole = true })).Is(200);
        var talk = await Talk.StartAsync(await every.Host.SignInAsync(email, password));
        var told = await talk.ReadAsync(await talk.SendAsync(Talk.Lines[0]));
        Assert.Equal(["message", "reply-started", "reply-completed"], told.Select(e => e.Type));
        Assert.NotEqual("", told[^1].Data["message"]!["text"]!.GetValue<string>());
    }

    private static bool IsEnd(Event one) => one.Type == "conversation-ended";
}
