using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

public sealed class EndAndNotesTests(EveryTest every)
{
    [Fact]
    public async Task Ending_twice_answers_the_same_and_nothing_can_be_said_after()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var reply = await talk.SayAsync(Talk.Lines[0]);
        var first = await talk.EndAsync("She named her sister first.");
        Assert.Equal(("completed", "student"), (first.Text("status"), first.Text("endReason")));
        Assert.Equal("She named her sister first.", first.Text("notes"));
        Assert.Equal(first.Content, (await talk.EndAsync()).Content);
        (await talk.SendAsync(Talk.Lines[1])).Is(409, "conversation-ended");
        (await talk.Api.PostAsync($"{talk.Path}/replies/{reply.Data["replyId"]}/retry")).Is(409);
        Assert.Equal(3, (await talk.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Notes_saved_from_an_older_version_are_refused_with_the_newer_ones()
    {
        var talk = await Talk.StartAsync(await every.Host.NewStudentAsync());
        var saved = (await talk.Api.PutAsync(talk.Path + "/notes", new { notes = "first tab", version = 1 })).Is(200);
        Assert.Equal(2, saved.Number("version"));
        var late = (await talk.Api.PutAsync(talk.Path + "/notes", new { notes = "second tab", version = 1 })).Is(409, "stale");
        Assert.Equal(("first tab", 2), (late.Text("notes"), late.Number("version")));
        (await talk.Api.PutAsync(talk.Path + "/notes", new { notes = "no version" })).Is(422, "invalid");
        (await talk.Api.PutAsync(talk.Path + "/notes", new { notes = new string('n', 20_001), version = 2 })).Is(422);
        (await talk.Api.PutAsync(talk.Path + "/notes", new { notes = "", version = 2 })).Is(200);
    }

    [Fact]
    public async Task The_export_holds_every_word_of_a_long_conversation_and_the_notes()
    {
        var student = await every.Host.NewStudentAsync("Priya *Star* Nair");
        var talk = await Talk.StartAsync(student);
        for (var turn = 0; turn < 40; turn++)
        {
            var sent = await talk.SendAsync($"{Talk.Lines[turn % Talk.Lines.Length]} This is turn {turn}.");
            await talk.ReadAsync(sent);
        }

        await talk.EndAsync("# Not a heading\nSecond line.");
        var export = (await student.GetAsync(talk.Path + "/export.md")).Is(200).Content;
        var messages = await talk.MessagesAsync();
        Assert.Equal(81, messages.Count);
        foreach (var message in messages)
        {
            Assert.Contains($"\n**{message["sequence"]}. ", export, StringComparison.Ordinal);
            foreach (var line in message["text"]!.GetValue<string>().Split('\n'))
            {
                Assert.Contains("> " + line + "\n", export, StringComparison.Ordinal);
            }
        }

        Assert.Contains("> # Not a heading\n> Second line.", export, StringComparison.Ordinal);
        Assert.Contains(@"Priya \*Star\* Nair", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_come_in_pages_by_key_complete_and_without_repetition()
    {
        var student = await every.Host.NewStudentAsync();
        var started = new List<string>();
        for (var client = 0; client < 7; client++)
        {
            var talk = await Talk.StartAsync(student, client);
            started.Add(talk.Id);
            if (client == 6)
            {
                await talk.EndAsync();
            }
        }

        Assert.Equal(Enumerable.Reverse(started), await AllAsync(student, "/api/v1/conversations?limit=3"));
        Assert.Equal([started[6]], await AllAsync(student, "/api/v1/conversations?limit=3&status=completed"));
        (await student.GetAsync("/api/v1/conversations?limit=0")).Is(400, "bad-limit");
        (await student.GetAsync("/api/v1/conversations?limit=201")).Is(400, "bad-limit");
        (await student.GetAsync("/api/v1/conversations?after=guess")).Is(400, "bad-key");
        (await student.GetAsync("/api/v1/conversations?status=late")).Is(400, "bad-status");
        var long_ = new Talk(student, started[0]);
        await long_.SayAsync(Talk.Lines[0]);
        await long_.SayAsync(Talk.Lines[1]);
        var ids = (await long_.MessagesAsync()).Select(m => m["id"]!.GetValue<string>());
        Assert.Equal(ids, await AllAsync(student, long_.Path + "/messages?limit=2"));
    }

    private static async Task<List<string>> AllAsync(ApiClient api, string path)
    {
        var all = new List<string>();
        for (string? next = null; ; )
        {
            var page = (await api.GetAsync(next is null ? path : $"{path}&after={Uri.EscapeDataString(next)}")).Is(200);
            all.AddRange(page.Items.Select(item => item!["id"]!.GetValue<string>()));
            next = page.Json!["next"]?.GetValue<string>();
            if (next is null)
            {
                return all;
            }
        }
    }
}
