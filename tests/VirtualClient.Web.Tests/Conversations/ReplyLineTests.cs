using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>More replies are asked for than are made at once: the others wait in the order they came.</summary>
public sealed class ReplyLineTests
{
    [Fact]
    public async Task Whoever_waits_is_told_the_place_moves_up_and_is_answered_in_turn()
    {
        await using var host = await StartAsync();
        var talks = new List<(Talk Talk, Answer Sent)>();
        for (var i = 0; i < 4; i++)
        {
            var talk = await Talk.StartAsync(await host.NewStudentAsync());
            var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
            if (i == 0)
            {
                await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "delta");
            }

            talks.Add((talk, sent));
        }

        // Three wait; the snapshot and the conversation say so as well.
        for (var i = 1; i < 4; i++)
        {
            var (talk, sent) = talks[i];
            var told = await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "reply-queued");
            Assert.Equal(["message", "reply-started", "reply-queued"], told.Select(e => e.Type));
            Assert.Equal(i, told[^1].Data["place"]!.GetValue<int>());
            Assert.Equal(i, (await talk.Api.GetAsync(talk.Path)).Json!["activeReply"]!["place"]!.GetValue<int>());
            Assert.Equal(
                ("waiting", i),
                ((await talk.MessagesAsync())[2]["status"]!.GetValue<string>(), (await talk.MessagesAsync())[2]["place"]!.GetValue<int>())
            );
        }

        // The second gives up while it waits: it is stopped without a word, and the others move up.
        var third = talks[2].Talk.Api.EventsAsync(talks[2].Sent.Text("events"), e => e.Type == "delta");
        (await talks[1].Talk.Api.PostAsync(talks[1].Talk.Path + "/stop")).Is(204);
        var stopped = (await talks[1].Talk.ReadAsync(talks[1].Sent))[^1];
        Assert.Equal(
            ("stopped", ""),
            (stopped.Data["message"]!["status"]!.GetValue<string>(), stopped.Data["message"]!["text"]!.GetValue<string>())
        );
        var fourth = await talks[3].Talk.Api.EventsAsync(talks[3].Sent.Text("events"), e => e.Type == "reply-queued" && Place(e) == 2);
        Assert.Equal(2, Place(fourth[^1]));

        (await talks[0].Talk.Api.PostAsync(talks[0].Talk.Path + "/stop")).Is(204);
        var heard = await third;
        var places = heard.Where(e => e.Type == "reply-queued").Select(Place).ToList();
        Assert.Equal(2, places[0]);
        Assert.Equal(places.OrderDescending(), places);
        Assert.Equal("delta", heard[^1].Type);
        await StopAllAsync(talks);
        foreach (var (talk, _) in talks)
        {
            Talk.IsGapless(await talk.MessagesAsync());
        }
    }

    [Fact]
    public async Task Without_script_the_page_says_the_place_too()
    {
        await using var host = await StartAsync();
        var first = await Talk.StartAsync(await host.NewStudentAsync());
        var talking = (await first.SendAsync(Talk.Lines[0])).Is(202);
        await first.Api.EventsAsync(talking.Text("events"), e => e.Type == "delta");
        var (email, password) = await host.NewAccountAsync(Roles.Student);
        var second = await Talk.StartAsync(await host.SignInAsync(email, password));
        var waiting = (await second.SendAsync(Talk.Lines[0])).Is(202);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync($"/conversations/{second.Id}");
        Assert.Contains("You are number 1 in line", page.Text, StringComparison.Ordinal);
        await StopAllAsync([(first, talking), (second, waiting)]);
    }

    [Fact]
    public async Task Raising_the_limit_lets_the_next_ones_in()
    {
        await using var host = await StartAsync();
        var talks = new List<(Talk Talk, Answer Sent)>();
        for (var i = 0; i < 2; i++)
        {
            var talk = await Talk.StartAsync(await host.NewStudentAsync());
            talks.Add((talk, (await talk.SendAsync(Talk.Lines[0])).Is(202)));
        }

        await talks[1].Talk.Api.EventsAsync(talks[1].Sent.Text("events"), e => e.Type == "reply-queued" && Place(e) == 1);
        var admin = await host.NewPersonAsync(Roles.Admin);
        (await admin.PutAsync("/api/v1/admin/limits", new { liveReplies = 2, version = 0 })).Is(200);
        await talks[1].Talk.Api.EventsAsync(talks[1].Sent.Text("events"), e => e.Type == "delta");
        await StopAllAsync(talks);
    }

    private static int Place(Event one) => one.Data["place"]!.GetValue<int>();

    private static async Task StopAllAsync(IEnumerable<(Talk Talk, Answer Sent)> talks)
    {
        foreach (var (talk, sent) in talks)
        {
            (await talk.Api.PostAsync(talk.Path + "/stop")).Is(204);
            await talk.ReplyAsync(sent.Text("replyId"), status => status is "stopped" or "complete");
        }
    }

    /// <summary>One reply at a time, which takes half a minute and says something early on.</summary>
    private static Task<WebHost> StartAsync() =>
        WebHost.StartAsync(
            services => services.AddSingleton<NewSeed>(() => 1),
            "Limits:LiveReplies=1",
            "BuiltInVoice:MinDuration=00:00:30",
            "BuiltInVoice:MaxDuration=00:00:30"
        );
}
