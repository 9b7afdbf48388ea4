using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace VirtualClient.Bench.Load;

/// <summary>
/// Turns of the real product as its page takes them: one stream of events is open through the conversation, and a turn is a send and the reading
/// of that stream to the end of the reply. A conversation that has had its length is ended and another begun.
/// </summary>
internal sealed class ProductTurns : ITurns, IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly Seat[] seats;
    private readonly int length;

    private ProductTurns(HttpClient http, Seat[] seats, int length) => (this.http, this.seats, this.length) = (http, seats, length);

    /// <summary>A student opposite a client.</summary>
    private sealed class Seat(string token, Guid client)
    {
        public string Token => token;

        public Guid Client => client;

        public Guid Conversation { get; set; }

        public int Turns { get; set; }

        public HttpResponseMessage? Page { get; set; }

        public IAsyncEnumerator<SseItem<string>>? Events { get; set; }

        public async ValueTask LeaveAsync()
        {
            if (Events is not null)
            {
                await Events.DisposeAsync();
            }

            Page?.Dispose();
        }
    }

    public static async Task<ProductTurns> SignInAsync(Uri address, LoadOptions options, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 }) { BaseAddress = address };
        var taken = new Seat[options.Conversations];
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
                    taken[at] = new Seat(token, person.GetProperty("id").GetGuid());
                }
            }
        }

        return new ProductTurns(client, taken, options.Length);
    }

    public async Task<TurnTimes> TakeAsync(int conversation, int turn, CancellationToken cancellationToken)
    {
        var seat = seats[conversation];
        if (seat.Turns++ % length == 0)
        {
            await BeginAsync(seat, cancellationToken);
        }

        var started = Stopwatch.GetTimestamp();
        var accepted = await PostAsync(
            seat,
            $"/api/v1/conversations/{seat.Conversation}/messages",
            new
            {
                clientMessageId = Guid.CreateVersion7(),
                text = $"You said it has been a long week. What was the hardest part of it? ({turn})",
            },
            cancellationToken
        );
        var reply = accepted.GetProperty("replyId").GetString()!;
        TimeSpan? first = null;
        while (await seat.Events!.MoveNextAsync())
        {
            var item = seat.Events.Current;
            switch (item.EventType)
            {
                case "delta":
                    first ??= Stopwatch.GetElapsedTime(started);
                    break;
                case "reply-completed" when item.Data.Contains(reply, StringComparison.Ordinal):
                    var whole = Stopwatch.GetElapsedTime(started);
                    return new TurnTimes(first ?? whole, whole);
                case "reply-failed":
                    throw new InvalidOperationException("A reply failed: " + item.Data);
            }
        }

        throw new InvalidOperationException("The stream ended before the reply.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var seat in seats)
        {
            await seat.LeaveAsync();
        }

        http.Dispose();
    }

    private async Task BeginAsync(Seat seat, CancellationToken cancellationToken)
    {
        if (seat.Conversation != Guid.Empty)
        {
            await PostAsync(seat, $"/api/v1/conversations/{seat.Conversation}/end", new { }, cancellationToken);
            await seat.LeaveAsync();
        }

        var begun = await PostAsync(seat, "/api/v1/conversations", new { clientId = seat.Client }, cancellationToken);
        seat.Conversation = begun.GetProperty("id").GetGuid();
        using var follow = Request(HttpMethod.Get, $"/api/v1/conversations/{seat.Conversation}/events", seat.Token);
        seat.Page = await http.SendAsync(follow, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        seat.Page.EnsureSuccessStatusCode();
        var stream = await seat.Page.Content.ReadAsStreamAsync(cancellationToken);
        seat.Events = SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    private async Task<JsonElement> PostAsync(Seat seat, string path, object body, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, path, seat.Token);
        request.Content = JsonContent.Create(body);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

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
