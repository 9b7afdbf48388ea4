using Microsoft.EntityFrameworkCore;
using ModelStub;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>Replies by a provider over the wire, and what the student is left with when it breaks.</summary>
public sealed class FailedReplyTests
{
    [Fact]
    public async Task A_reply_that_failed_says_nothing_in_the_clients_name_and_can_be_made_again()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await StartAsync(stub);
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        stub.Faults.Add("500", times: 2);
        var sent = await talk.SendAsync(Talk.Lines[0]);
        var failed = (await talk.ReadAsync(sent))[^1];
        Assert.Equal("reply-failed", failed.Type);
        Assert.Equal(("failed", "", true), (Word(failed, "status"), Word(failed, "partial"), failed.Data["retryable"]!.GetValue<bool>()));
        Assert.Equal("", (await talk.MessagesAsync())[2]["text"]!.GetValue<string>());

        // The same send again is the same turn, failed as it is; a retry is a new reply to the same words.
        Assert.Equal(sent.Text("replyId"), (await talk.SendAsync(Talk.Lines[0], Id(sent))).Is(202).Text("replyId"));
        var again = await talk.Api.PostAsync($"{talk.Path}/replies/{sent.Text("replyId")}/retry");
        var told = await talk.ReadAsync(again);
        Assert.Equal(["reply-started", "reply-completed"], told.Where(e => e.Type != "delta").Select(e => e.Type));
        var messages = await talk.MessagesAsync();
        Talk.IsGapless(messages);
        Assert.Equal(["complete", "complete", "failed", "complete"], messages.Select(m => m["status"]!.GetValue<string>()));
        (await talk.Api.PostAsync($"{talk.Path}/replies/{again.Text("replyId")}/retry")).Is(409, "nothing-to-retry");
        (await talk.Api.PostAsync($"{talk.Path}/replies/{Guid.CreateVersion7()}/retry")).Is(404);
    }

    [Fact]
    public async Task A_reply_cut_in_the_middle_keeps_what_was_heard_and_is_never_started_anew_in_silence()
    {
        await using var stub = await StubProvider.StartAsync(
            new StubSettings
            {
                Reply = _ => "I slept badly again. My sister called twice. The rent is due on Friday. I have not told her that.",
            }
        );
        await using var host = await StartAsync(stub);
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        stub.Faults.Add("cut:12");
        var sent = await talk.SendAsync(Talk.Lines[0]);
        var events = await talk.ReadAsync(sent);
        Assert.Equal(("reply-failed", "interrupted"), (events[^1].Type, Word(events[^1], "status")));
        var heard = string.Concat(events.Where(e => e.Type == "delta").Select(e => e.Data["text"]));
        Assert.StartsWith("I slept badly again.", heard, StringComparison.Ordinal);
        Assert.Equal(heard, (await talk.MessagesAsync())[2]["text"]!.GetValue<string>());
        Assert.Equal(1, stub.RequestCount);
    }

    [Fact]
    public async Task Usage_is_stored_as_reported_and_shown_to_teachers_only()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await StartAsync(stub);
        var teacher = await host.NewPersonAsync("teacher");
        var clientId = (await teacher.GetAsync("/api/v1/clients/templates")).Items[0]!["id"]!.GetValue<string>();
        var id = (await teacher.PostAsync("/api/v1/conversations", new { clientId, test = true })).Is(201).Text("id");
        await new Talk(teacher, id).SayAsync(Talk.Lines[0]);
        var reported = stub.Reported;
        var all = reported.Fresh + reported.CacheRead + reported.CacheWrite1Hour + reported.CacheWrite5Minutes + reported.Output;
        var view = (await teacher.GetAsync($"/api/v1/conversations/{id}")).Is(200);
        Assert.Equal((all, "claude-haiku-5-5"), (view.Json!["tokens"]!.GetValue<long>(), view.Text("model")));

        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        var reply = await talk.SayAsync(Talk.Lines[0]);
        Assert.Null(reply.Data["message"]!["tokens"]);
        Assert.Null((await talk.Api.GetAsync(talk.Path)).Json!["model"]);
    }

    [Fact]
    public async Task With_the_reply_to_its_last_turn_a_conversation_ends_by_itself_and_a_failed_one_may_be_asked_for_again()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await StartAsync(stub);
        var (email, password) = await host.NewAccountAsync("student");
        var student = await host.SignInAsync(email, password);
        var (whole, broken) = (await Talk.StartAsync(student), await Talk.StartAsync(student, 1));
        await AtTurnAsync(host, whole, 198);
        await whole.SayAsync(Talk.Lines[0]);
        Assert.Equal("active", (await student.GetAsync(whole.Path)).Text("status"));
        await whole.SayAsync(Talk.Lines[1]);
        Assert.Equal(("completed", "turns"), await EndOfAsync(whole));
        (await whole.SendAsync(Talk.Lines[2])).Is(409, "conversation-ended");

        await AtTurnAsync(host, broken, 199);
        stub.Faults.Add("500", times: 2);
        var sent = await broken.SendAsync(Talk.Lines[0]);
        Assert.Equal("reply-failed", (await broken.ReadAsync(sent))[^1].Type);
        Assert.Equal("active", (await student.GetAsync(broken.Path)).Text("status"));
        (await broken.SendAsync(Talk.Lines[1])).Is(409, "turns-used");
        await broken.ReadAsync(await student.PostAsync($"{broken.Path}/replies/{sent.Text("replyId")}/retry"));
        Assert.Equal(("completed", "turns"), await EndOfAsync(broken));

        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        var record = await browser.GetAsync($"/conversations/{whole.Id}/record");
        Assert.Contains("This conversation has reached its last turn, the 200th.", record.Text, StringComparison.Ordinal);
    }

    /// <summary>As if so much had been said.</summary>
    private static async Task AtTurnAsync(WebHost host, Talk talk, int turn)
    {
        await using var db = host.OpenDatabase();
        await db.Set<Conversation>()
            .Where(c => c.Id == Guid.Parse(talk.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Turns, turn).SetProperty(c => c.LastSequence, 2 * turn + 1));
    }

    private static async Task<(string, string)> EndOfAsync(Talk talk)
    {
        var seen = (await talk.Api.GetAsync(talk.Path)).Is(200);
        return (seen.Text("status"), seen.Text("endReason"));
    }

    private static Task<WebHost> StartAsync(StubProvider stub) =>
        WebHost.StartAsync(
            "Models:Routes:0:Name=stub",
            "Models:Routes:0:Provider=openai-compatible",
            "Models:Routes:0:Model=claude-haiku-5-5",
            $"Models:Routes:0:BaseUrl={stub.OpenAiAddress}",
            "Models:Limits:Retries=1",
            "Models:Limits:RetryBase=00:00:00.010"
        );

    private static string Word(Event one, string name) => one.Data[name]!.GetValue<string>();

    private static Guid Id(Answer sent) => Guid.Parse(sent.Json!["message"]!["clientMessageId"]!.GetValue<string>());
}
