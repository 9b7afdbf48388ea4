using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>A client who takes half a minute for a reply, so that things can happen while it talks.</summary>
public sealed class SlowReplyTests(SlowReplyTests.SlowHost slow) : IClassFixture<SlowReplyTests.SlowHost>
{
    [Fact]
    public async Task While_a_reply_is_made_another_send_is_told_where_to_follow_it()
    {
        var talk = await Talk.StartAsync(await slow.Host.NewStudentAsync());
        var first = (await talk.SendAsync(Talk.Lines[0])).Is(202);
        var second = (await talk.SendAsync(Talk.Lines[1])).Is(409, "reply-active");
        Assert.Equal(first.Text("replyId"), second.Text("replyId"));
        var told = await talk.Api.EventsAsync(second.Text("events"), e => e.Type is "delta");
        Assert.Equal("reply-started", told[0].Type);
        Assert.Equal(first.Text("replyId"), told[0].Data["replyId"]!.GetValue<string>());
        Assert.Equal(first.Text("replyId"), (await talk.Api.GetAsync(talk.Path)).Json!["activeReply"]!["replyId"]!.GetValue<string>());
        await StopAsync(talk, first);
    }

    [Fact]
    public async Task A_stopped_reply_keeps_what_was_said_and_can_be_made_again()
    {
        var talk = await Talk.StartAsync(await slow.Host.NewStudentAsync());
        var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
        (await talk.Api.PostAsync(talk.Path + "/stop")).Is(204);
        var events = await talk.ReadAsync(sent);
        Assert.Equal("reply-completed", events[^1].Type);
        var stopped = events[^1].Data["message"]!;
        Assert.Equal("stopped", stopped["status"]!.GetValue<string>());
        Assert.Equal(stopped["text"]!.GetValue<string>(), string.Concat(events.Where(e => e.Type == "delta").Select(e => e.Data["text"])));
        // There is nothing to stop now, and that is fine.
        (await talk.Api.PostAsync(talk.Path + "/stop")).Is(204);

        var again = (await talk.Api.PostAsync($"{talk.Path}/replies/{sent.Text("replyId")}/retry")).Is(202);
        Assert.NotEqual(sent.Text("replyId"), again.Text("replyId"));
        (await talk.Api.PostAsync($"{talk.Path}/replies/{sent.Text("replyId")}/retry")).Is(409, "reply-active");
        await StopAsync(talk, again);
        var messages = await talk.MessagesAsync();
        Talk.IsGapless(messages);
        Assert.Equal(["client", "student", "client", "client"], messages.Select(m => m["speaker"]!.GetValue<string>()));
        Assert.Equal(messages[2]["inReplyTo"]!.GetValue<string>(), messages[3]["inReplyTo"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_pages_hear_the_same_reply_and_a_late_one_begins_with_what_was_said()
    {
        var talk = await Talk.StartAsync(await slow.Host.NewStudentAsync());
        var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
        var early = talk.ReadAsync(sent);
        await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
        var begun = new TaskCompletionSource();
        var late = talk.Api.EventsAsync(
            talk.Path + "/events",
            e =>
            {
                begun.TrySetResult();
                return e.EndsReply;
            }
        );
        await begun.Task;
        await StopAsync(talk, sent);
        var heardLate = await late;
        Assert.Equal("snapshot", heardLate[0].Type);
        Assert.NotEqual("", heardLate[0].Data["activeReply"]!["text"]!.GetValue<string>());
        var text = (await early)[^1].Data["message"]!["text"]!.GetValue<string>();
        Assert.Equal(text, heardLate[^1].Data["message"]!["text"]!.GetValue<string>());
        var pieces = heardLate.Where(e => e.Type == "delta").Select(e => e.Data["text"]!.GetValue<string>());
        Assert.Equal(text, heardLate[0].Data["activeReply"]!["text"]!.GetValue<string>() + string.Concat(pieces));
    }

    [Fact]
    public async Task Ending_while_the_client_talks_stops_the_reply_and_tells_every_page()
    {
        var talk = await Talk.StartAsync(await slow.Host.NewStudentAsync());
        var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
        var page = talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "conversation-ended");
        await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
        await talk.EndAsync();
        var events = await page;
        Assert.Equal("student", events[^1].Data["reason"]!.GetValue<string>());
        Assert.Equal("stopped", events.Single(e => e.EndsReply).Data["message"]!["status"]!.GetValue<string>());
    }

    private static async Task StopAsync(Talk talk, Answer accepted)
    {
        (await talk.Api.PostAsync(talk.Path + "/stop")).Is(204);
        await talk.ReplyAsync(accepted.Text("replyId"), status => status is "stopped" or "complete");
    }

    public sealed class SlowHost : IAsyncLifetime
    {
        /// <summary>With it the client answers the first line in several clauses, so that something was said while more is to come.</summary>
        private const ulong Seed = 1;

        public WebHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Host = await WebHost.StartAsync(
                services => services.AddSingleton<NewSeed>(() => Seed),
                "BuiltInVoice:MinDuration=00:00:30",
                "BuiltInVoice:MaxDuration=00:00:30"
            );

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
