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
        await using (var first = await ServerProcess.StartAsync(database.Connection, "Development", slow))
        {
            var talk = await Talk.StartAsync(await first.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password));
            id = talk.Id;
            var sent = (await talk.SendAsync(Talk.Lines[0])).Is(202);
            replyId = sent.Text("replyId");
            // The reply is being made; how much of it was said by now does not matter.
            await talk.Api.EventsAsync(sent.Text("events"), e => e.Type == "reply-started");

            await first.KillAsync();
        }

        await using var second = await ServerProcess.StartAsync(database.Connection, "Development");
        var student = await second.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password);
        var after = new Talk(student, id);
        var reply = await after.ReplyAsync(replyId, status => status is not ("waiting" or "streaming"));
        Assert.Equal("interrupted", reply["status"]!.GetValue<string>());
        var again = await student.PostAsync($"{after.Path}/replies/{replyId}/retry");
        Assert.Equal("reply-completed", (await after.ReadAsync(again))[^1].Type);
        Assert.Equal("reply-completed", (await after.SayAsync(Talk.Lines[1])).Type);
        var messages = await after.MessagesAsync();
        Talk.IsGapless(messages);
        Assert.Equal(6, messages.Count);
    }
}
