using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>kill -9, and what is there afterwards.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task A_reply_cut_off_by_a_killed_server_is_labelled_and_made_again_by_the_next()
    {
        await using var database = await TestDatabase.EmptyAsync();
        string[] slow = ["--BuiltInVoice:MinDuration=00:00:20", "--BuiltInVoice:MaxDuration=00:00:20"];
        string id;
        string replyId;
        var heard = "";
        await using (var first = await ServerProcess.StartAsync(database.Connection, "Development", slow))
        {
            var talk = await Talk.StartAsync(await first.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password));
            id = talk.Id;
            var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
            replyId = sent.Text("replyId");
            // Wait until something said was saved, which happens about once a second.
            await foreach (var one in talk.Api.FollowAsync(sent.Text("events")))
            {
                heard += one.Type == "delta" ? one.Data["text"]!.GetValue<string>() : "";
                if (heard.Length > 0 && await SavedAsync(database, replyId))
                {
                    break;
                }
            }

            await first.KillAsync();
        }

        await using var second = await ServerProcess.StartAsync(database.Connection, "Development");
        var student = await second.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password);
        var after = new Talk(student, id);
        var reply = await after.ReplyAsync(replyId, status => status is not ("waiting" or "streaming"));
        Assert.Equal("interrupted", reply["status"]!.GetValue<string>());
        Assert.NotEqual("", reply["text"]!.GetValue<string>());
        var again = await student.PostAsync($"{after.Path}/replies/{replyId}/retry");
        Assert.Equal("reply-completed", (await after.ReadAsync(again))[^1].Type);
        Assert.Equal("reply-completed", (await after.SayAsync(Talk.Lines[1])).Type);
        var messages = await after.MessagesAsync();
        Talk.IsGapless(messages);
        Assert.Equal(6, messages.Count);
    }


    private static async Task SendUntilGoneAsync(
        Talk talk,
        int kill,
        Dictionary<string, string> acknowledged,
        List<(Guid Id, string Text)> open
    )
    {
        try
        {
            for (var turn = 0; turn < 40; turn++)
            {
                var text = $"{Talk.Lines[turn % Talk.Lines.Length]} ({kill}, {turn})";
                var messageId = Guid.CreateVersion7();
                open.Add((messageId, text));
                var sent = await talk.SendAsync(text, messageId);
                if (sent.Status == 202)
                {
                    acknowledged.Add(messageId.ToString(), text);
                    await talk.ReadAsync(sent);
                }
                else
                {
                    // A reply of the killed server whose lease has not run out yet.
                    sent.Is(409, "reply-active");
                    await Task.Delay(50);
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ArgumentOutOfRangeException)
        {
            // The server is gone, as it should be; a stream that ended without an event is the same.
        }
    }

    private static async Task WaitForReplyAsync(Talk talk, string clientMessageId)
    {
        var messages = await talk.MessagesAsync();
        var said = messages.Single(m => m["clientMessageId"]?.GetValue<string>() == clientMessageId)["id"]!.GetValue<string>();
        var replies = messages.Where(m => m["inReplyTo"]?.GetValue<string>() == said).Select(m => m["id"]!.GetValue<string>()).ToList();
        Assert.NotEmpty(replies);
        foreach (var reply in replies)
        {
            await talk.ReplyAsync(reply, status => status is not ("waiting" or "streaming"));
        }
    }

    private static async Task KillAsync(ServerProcess server, TimeSpan after)
    {
        await Task.Delay(after);
        await server.KillAsync();
    }

    private static async Task<bool> SavedAsync(TestDatabase database, string replyId)
    {
        await using var db = database.Open();
        return db.Set<VirtualClient.Web.Features.Conversations.Message>().Any(m => m.Id == Guid.Parse(replyId) && m.Text != "");
    }
}
