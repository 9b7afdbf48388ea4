using System.Text.Json;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

public sealed class SendTests(EveryTest every)
{
    [Fact]
    public async Task A_sent_message_is_acknowledged_with_where_to_read_the_reply()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var messageId = Guid.CreateVersion7();
        var sent = (await talk.SendAsync("  " + Talk.Lines[0] + "  ", messageId)).Is(202);
        var message = sent.Json!["message"]!;
        Assert.Equal(
            ("student", "complete", 2, Talk.Lines[0]),
            (
                message["speaker"]!.GetValue<string>(),
                message["status"]!.GetValue<string>(),
                message["sequence"]!.GetValue<int>(),
                message["text"]!.GetValue<string>()
            )
        );
        Assert.Equal(messageId.ToString(), message["clientMessageId"]!.GetValue<string>());
        Assert.Null(message["tokens"]);
        Assert.StartsWith($"/api/v1/conversations/{talk.Id}/events?after=", sent.Text("events"), StringComparison.Ordinal);
        await talk.ReadAsync(sent);
        var messages = await talk.MessagesAsync();
        Talk.IsGapless(messages);
        Assert.Equal(sent.Text("replyId"), messages[2]["id"]!.GetValue<string>());
        Assert.Equal(message["id"]!.GetValue<string>(), messages[2]["inReplyTo"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_id_again_is_the_same_turn_and_with_another_text_it_is_refused()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var messageId = Guid.CreateVersion7();
        var first = (await talk.SendAsync(Talk.Lines[0], messageId)).Is(202);
        await talk.ReadAsync(first);
        var again = (await talk.SendAsync(Talk.Lines[0], messageId)).Is(202);
        Assert.Equal(first.Content, again.Content);
        (await talk.SendAsync(Talk.Lines[1], messageId)).Is(409, "message-id-used");
        Assert.Equal(3, (await talk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Many_who_send_at_once_do_not_wait_for_each_others_connections()
    {
        await using var host = WebHost.Start((await WebHost.NewDatabaseAsync()).WithConnections(4), []);
        var talks = new List<Talk>();
        for (var i = 0; i < 16; i++)
        {
            talks.Add(await Talk.StartAsync(await host.NewStudentAsync()));
        }

        // A send that kept a connection while it waits for another would be refused when its patience ends.
        var sent = await Task.WhenAll(talks.Select(talk => talk.SendAsync(Talk.Lines[0])));
        Assert.All(sent, answer => answer.Is(202));
    }

    [Fact]
    public async Task Fifty_sends_of_one_message_at_once_make_one_message_and_one_reply()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var messageId = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => talk.SendAsync(Talk.Lines[0], messageId)));
        Assert.All(answers, answer => answer.Is(202));
        Assert.Single(answers.Select(answer => answer.Text("replyId")).Distinct());
        await talk.ReadAsync(answers[0]);
        var messages = await talk.MessagesAsync();
        Assert.Equal(3, messages.Count);
        Talk.IsGapless(messages);
    }

    [Fact]
    public async Task Many_different_messages_at_once_leave_a_sequence_without_gaps()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => talk.SendAsync($"{Talk.Lines[i % 6]} ({i})")));
        var accepted = answers.Where(answer => answer.Status == 202).ToList();
        Assert.NotEmpty(accepted);
        Assert.All(answers.Except(accepted), answer => answer.Is(409, "reply-active"));
        foreach (var turn in accepted)
        {
            await talk.ReadAsync(turn);
        }

        var messages = await talk.MessagesAsync();
        Talk.IsGapless(messages);
        Assert.Equal(accepted.Count, messages.Count(m => m["speaker"]!.GetValue<string>() == "student"));
    }

    [Fact]
    public async Task Waiting_is_a_turn_without_words()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var sent = await talk.Api.PostAsync(talk.Path + "/messages", new { clientMessageId = Guid.CreateVersion7(), wait = true });
        Assert.Equal("reply-completed", (await talk.ReadAsync(sent))[^1].Type);
        Assert.Equal(1, (await talk.Api.GetAsync(talk.Path)).Number("turns"));
    }

    [Theory]
    [InlineData("""{ "text": "" }""", "text")]
    [InlineData("""{ "text": "  \n " }""", "text")]
    [InlineData("""{ }""", "text")]
    [InlineData("""{ "text": "Hello.", "wait": true }""", "text")]
    [InlineData("""{ "text": "LONG" }""", "text")]
    [InlineData("""{ "clientMessageId": null, "text": "Hello." }""", "clientMessageId")]
    public async Task What_is_no_message_is_refused_by_field_and_nothing_is_stored(string json, string field)
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var body = json.Replace("LONG", new string('a', 4_001));
        if (!body.Contains("clientMessageId", StringComparison.Ordinal))
        {
            body = body.Replace("{ ", $$"""{ "clientMessageId": "{{Guid.CreateVersion7()}}", """).Replace(", }", " }");
        }

        var answer = (await talk.Api.PostTextAsync(talk.Path + "/messages", body, "application/json")).Is(422, "invalid");
        Assert.NotNull(answer.Json!["errors"]![field]);
        Assert.Single(await talk.MessagesAsync());
    }

    [Fact]
    public async Task The_longest_message_is_taken_whole_and_any_writing_comes_back_as_it_was()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var text = "Ça va? 你好 🙂 <b>\"'&</b>\n" + new string('x', 3_970);
        var sent = (await talk.SendAsync(text)).Is(202);
        await talk.ReadAsync(sent);
        Assert.Equal(text, (await talk.MessagesAsync())[1]["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_apart()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var path = talk.Path + "/messages";
        var good = JsonSerializer.Serialize(new { clientMessageId = Guid.CreateVersion7(), text = "Hello." });
        (await talk.Api.PostTextAsync(path, good, "text/plain")).Is(415, "content-type");
        (await talk.Api.PostTextAsync(path, good[..^3], "application/json")).Is(400, "malformed");
        (await talk.Api.PostTextAsync(path, good.Replace("Hello.", new string('a', 70_000)), "application/json")).Is(413, "too-large");
        (
            await talk.Api.PostAsync(
                $"/api/v1/conversations/{Guid.CreateVersion7()}/messages",
                new { clientMessageId = Guid.CreateVersion7(), text = "Hello." }
            )
        ).Is(404);
        (await talk.Api.GetAsync("/api/v1/conversations/five")).Is(404, "not-found");
        Assert.Single(await talk.MessagesAsync());
    }
}
