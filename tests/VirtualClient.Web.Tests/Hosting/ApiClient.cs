using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>A script that talks to the API, signed in by bearer token or not at all.</summary>
internal sealed class ApiClient(Uri address)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(100),
    };

    public string? Token { get; set; }

    /// <summary>Counts the round trips of the following requests under this name.</summary>
    public string? Count { get; set; }

    /// <summary>Sent with the following requests: they belong to a trace that began elsewhere.</summary>
    public string? TraceParent { get; set; }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, Json(body));

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, Json(body));

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, Json(body));

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<Answer> PostTextAsync(string path, string text, string contentType) =>
        SendAsync(HttpMethod.Post, path, new StringContent(text, Encoding.UTF8, contentType));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = Request(method, path);
        request.Content = content;
        using var response = await Http.SendAsync(request);
        return await Answer.ReadAsync(response, $"{method} {path}");
    }

    /// <summary>Only how it begins; for streams, which have no end.</summary>
    public async Task<int> StatusAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)response.StatusCode;
    }

    /// <summary>Reads events until one is the last that the caller wants.</summary>
    /// <param name="lastEventId">As a page sends it when it reconnects; null for none.</param>
    public async Task<List<Event>> EventsAsync(string path, Func<Event, bool> isLast, string? lastEventId = null)
    {
        var events = new List<Event>();
        await foreach (var one in FollowAsync(path, lastEventId))
        {
            events.Add(one);
            if (isLast(one))
            {
                break;
            }
        }

        return events;
    }

    public async IAsyncEnumerable<Event> FollowAsync(string path, string? lastEventId = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var request = Request(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(patience.Token))
        {
            if (item.EventType != "ping")
            {
                yield return new Event(item.EventId ?? "", item.EventType, JsonNode.Parse(item.Data)!);
            }
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(address, path));
        if (Token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        if (Count is not null)
        {
            request.Headers.Add(RoundTrips.Header, Count);
        }

        if (TraceParent is not null)
        {
            request.Headers.Add("traceparent", TraceParent);
        }

        return request;
    }

    private static StringContent? Json(object? body) =>
        body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}

internal sealed record Event(string Id, string Type, JsonNode Data)
{
    public bool EndsReply => Type is "reply-completed" or "reply-failed";

    /// <summary>Everything about the event that must be the same when it is told again.</summary>
    public string Whole => $"{Id} {Type} {Data.ToJsonString()}";
}

internal sealed record Answer(int Status, JsonNode? Json, string Content, HttpResponseHeaders Headers, string Asked)
{
    public string? Code => Json?["code"]?.GetValue<string>();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, string asked)
    {
        var content = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer((int)response.StatusCode, isJson ? JsonNode.Parse(content) : null, content, response.Headers, asked);
    }

    /// <summary>Fails with what came instead.</summary>
    public Answer Is(int status, string? code = null)
    {
        Assert.True(Status == status && (code is null || Code == code), $"{Asked}: expected {status} {code}, got {Status} {Content}");
        return this;
    }

    public string Text(string name) => Json![name]!.GetValue<string>();

    public int Number(string name) => Json![name]!.GetValue<int>();

    public JsonArray Items => Json!["items"]!.AsArray();
}
