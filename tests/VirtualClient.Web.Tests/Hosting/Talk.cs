using System.Text.Json.Nodes;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>A conversation as a script holds it.</summary>
internal sealed class Talk(ApiClient api, string id)
{
    public static readonly string[] Lines =
    [
        "Hi, thank you for coming in today. What brings you here?",
        "What would you like to talk about first?",
        "That sounds like a lot to carry. How long has it been like this?",
        "It sounds like you have been holding this together on your own.",
        "Who is there for you when it gets hard?",
        "What would a better month look like for you?",
    ];

    public ApiClient Api => api;

    public string Id => id;

    public string Path => $"/api/v1/conversations/{id}";

    /// <summary>Begins with the n-th client of the library.</summary>
    public static async Task<Talk> StartAsync(ApiClient student, int client = 0)
    {
        var clients = (await student.GetAsync("/api/v1/student/clients")).Is(200);
        var clientId = clients.Items[client]!["id"]!.GetValue<string>();
        var started = (await student.PostAsync("/api/v1/conversations", new { clientId })).Is(201);
        return new Talk(student, started.Text("id"));
    }

    public Task<Answer> SendAsync(string text, Guid? messageId = null) =>
        api.PostAsync(Path + "/messages", new { clientMessageId = messageId ?? Guid.CreateVersion7(), text });

    /// <summary>Says something and waits for the end of the reply.</summary>
    public async Task<Event> SayAsync(string text) => (await ReadAsync(await SendAsync(text)))[^1];

    /// <summary>The events of an accepted turn, to the end of its reply.</summary>
    public Task<List<Event>> ReadAsync(Answer accepted)
    {
        var reply = accepted.Is(202).Text("replyId");
        return api.EventsAsync(accepted.Text("events"), e => e.EndsReply && e.Data["replyId"]!.GetValue<string>() == reply);
    }

    /// <summary>What is stored. A database in trouble answers "again in a moment", and so this asks again.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync()
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await api.GetAsync(Path + "/messages?limit=200");
            if (answer.Status != 503 || tries == 50)
            {
                return [.. answer.Is(200).Items.Select(m => m!)];
            }

            await Task.Delay(100);
        }
    }

    public async Task<Answer> EndAsync(string? notes = null) => (await api.PostAsync(Path + "/end", new { notes })).Is(200);

    /// <summary>Waits until the stored reply is what the caller wants.</summary>
    public async Task<JsonNode> ReplyAsync(string replyId, Func<string, bool> status)
    {
        for (var tries = 0; ; tries++)
        {
            var reply = (await MessagesAsync()).Single(m => m["id"]!.GetValue<string>() == replyId);
            if (status(reply["status"]!.GetValue<string>()))
            {
                return reply;
            }

            Assert.True(tries < 600, $"the reply is still {reply["status"]}");
            await Task.Delay(100);
        }
    }

    /// <summary>Every number from 1 on is there once.</summary>
    public static void IsGapless(IReadOnlyList<JsonNode> messages) =>
        Assert.Equal(Enumerable.Range(1, messages.Count), messages.Select(m => m["sequence"]!.GetValue<int>()));
}
