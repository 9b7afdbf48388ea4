using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace VirtualClient.Bench.Load;

/// <summary>Turns of the real product as a script takes them: send, then read the turn's events to the end of the reply.</summary>
internal sealed class ProductTurns : ITurns, IDisposable
{
    private readonly HttpClient http;
    private readonly string[] tokens;
    private readonly Guid[] conversations;

    private ProductTurns(HttpClient http, string[] tokens, Guid[] conversations) =>
        (this.http, this.tokens, this.conversations) = (http, tokens, conversations);

    public static async Task<ProductTurns> SignInAsync(Uri address, LoadOptions options, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 }) { BaseAddress = address };
        var held = new string[options.Conversations];
        var started = new Guid[options.Conversations];
        for (var student = 0; student < options.Students; student++)
        {
            using var signedIn = await client.PostAsJsonAsync(
                "/api/v1/accounts/tokens",
                new { email = BenchPeople.Email(student), password = BenchPeople.Password },
                cancellationToken
            );
            signedIn.EnsureSuccessStatusCode();
            var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("accessToken").GetString()!;
            var clients = await GetAsync(client, token, "/api/v1/student/clients", cancellationToken);
            var first = student * LoadOptions.ClientsPerStudent;
            foreach (var (person, at) in clients.GetProperty("items").EnumerateArray().Select((person, i) => (person, first + i)))
            {
                if (at < options.Conversations)
                {
                    using var request = Request(HttpMethod.Post, "/api/v1/conversations", token);
                    request.Content = JsonContent.Create(new { clientId = person.GetProperty("id").GetGuid() });
                    using var made = await client.SendAsync(request, cancellationToken);
                    made.EnsureSuccessStatusCode();
                    started[at] = (await made.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetGuid();
                    held[at] = token;
                }
            }
        }

        return new ProductTurns(client, held, started);
    }

    public async Task<TurnTimes> TakeAsync(int conversation, int turn, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var send = Request(HttpMethod.Post, $"/api/v1/conversations/{conversations[conversation]}/messages", tokens[conversation]);
        send.Content = JsonContent.Create(
            new
            {
                clientMessageId = Guid.CreateVersion7(),
                text = $"You said it has been a long week. What was the hardest part of it? ({turn})",
            }
        );
        using var accepted = await http.SendAsync(send, cancellationToken);
        accepted.EnsureSuccessStatusCode();
        var events = (await accepted.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("events").GetString()!;
        using var follow = Request(HttpMethod.Get, events, tokens[conversation]);
        using var response = await http.SendAsync(follow, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        TimeSpan? first = null;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            switch (item.EventType)
            {
                case "delta":
                    first ??= Stopwatch.GetElapsedTime(started);
                    break;
                case "reply-completed":
                    var whole = Stopwatch.GetElapsedTime(started);
                    return new TurnTimes(first ?? whole, whole);
                case "reply-failed":
                    throw new InvalidOperationException("A reply failed: " + item.Data);
            }
        }

        throw new InvalidOperationException("The stream ended before the reply.");
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> GetAsync(HttpClient http, string token, string path, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path, token);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string token)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
