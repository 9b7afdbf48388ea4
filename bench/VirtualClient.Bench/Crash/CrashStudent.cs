using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using VirtualClient.Bench.Load;

namespace VirtualClient.Bench.Crash;

/// <summary>
/// A student whose server dies all the time: sends until it is acknowledged, always with the same id, follows the reply, tries again what was
/// interrupted, and keeps its own log.
/// </summary>
internal sealed class CrashStudent(int number, Uri address, CrashLog log, int seed) : IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private readonly Random random = new(seed);
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private readonly List<Guid> clients = [];
    private int next;

    /// <summary>Holds conversations until <paramref name="stop"/>; the turn under way is finished.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        await SignInAsync(cancellationToken);
        while (!stop.IsCancellationRequested)
        {
            var conversation = await BeginAsync(cancellationToken);
            for (var turn = 0; turn < 20 && !stop.IsCancellationRequested; turn++)
            {
                await TurnAsync(conversation, turn, cancellationToken);
            }

            using var ended = await AskAsync(HttpMethod.Post, $"/api/v1/conversations/{conversation}/end", new { }, cancellationToken);
        }
    }

    public static bool IsAway(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or IOException or JsonException
        || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public void Dispose() => http.Dispose();

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var login = new { email = BenchPeople.Email(number), password = BenchPeople.Password };
        using var signedIn = await AskAsync(HttpMethod.Post, "/api/v1/accounts/tokens", login, cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            signedIn.RootElement.GetProperty("accessToken").GetString()
        );
        using var library = await AskAsync(HttpMethod.Get, "/api/v1/student/clients", null, cancellationToken);
        clients.AddRange(library.RootElement.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetGuid()));
    }

    private async Task<Guid> BeginAsync(CancellationToken cancellationToken)
    {
        var client = new { clientId = clients[next++ % clients.Count] };
        using var begun = await AskAsync(HttpMethod.Post, "/api/v1/conversations", client, cancellationToken);
        return begun.RootElement.GetProperty("id").GetGuid();
    }

    private async Task TurnAsync(Guid conversation, int turn, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var text = $"You said it has been a long week. What was the hardest part of it? ({turn}, {random.Next(1_000_000)})";
        log.Attempt(id, text);
        // Now and then the page sends twice, as pages do whose user is impatient.
        var twice = random.Next(8) == 0 ? SendAsync(conversation, id, text, cancellationToken) : null;
        var (reply, events) = await SendAsync(conversation, id, text, cancellationToken);
        if (twice is not null)
        {
            await twice;
        }

        while (await FollowAsync(reply, events, cancellationToken) == "reply-failed" && random.Next(3) > 0)
        {
            using var again = await AskAsync(
                HttpMethod.Post,
                $"/api/v1/conversations/{conversation}/replies/{reply}/retry",
                new { },
                cancellationToken
            );
            if (!again.RootElement.TryGetProperty("replyId", out var made) || !again.RootElement.TryGetProperty("events", out var path))
            {
                return;
            }

            (reply, events) = (made.GetGuid(), path.GetString()!);
        }
    }

    private async Task<(Guid Reply, string Events)> SendAsync(Guid conversation, Guid id, string text, CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = new { clientMessageId = id, text };
            using var answer = await AskAsync(
                HttpMethod.Post,
                $"/api/v1/conversations/{conversation}/messages",
                message,
                cancellationToken
            );
            var root = answer.RootElement;
            if (root.TryGetProperty("message", out var stored))
            {
                var reply = root.GetProperty("replyId").GetGuid();
                log.Acknowledge(
                    new Acknowledged(
                        conversation,
                        id,
                        text,
                        stored.GetProperty("id").GetGuid(),
                        stored.GetProperty("sequence").GetInt32(),
                        reply
                    )
                );
                return (reply, root.GetProperty("events").GetString()!);
            }

            // The reply before is still labelled as being made by the server that died.
            await Task.Delay(Breath, cancellationToken);
        }
    }

    /// <summary>Reads the reply to its end, over as many servers as it takes, and says how it ended.</summary>
    private async Task<string> FollowAsync(Guid reply, string events, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(events, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                response.EnsureSuccessStatusCode();
                await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
                await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
                {
                    if (
                        item.EventType is "reply-completed" or "reply-failed"
                        && item.Data.Contains(reply.ToString(), StringComparison.Ordinal)
                    )
                    {
                        return item.EventType;
                    }
                }
            }
            catch (Exception e) when (IsAway(e, cancellationToken))
            {
                await Task.Delay(Breath, cancellationToken);
            }
        }
    }

    /// <summary>Asks until a server answers something that is not its own trouble.</summary>
    private async Task<JsonDocument> AskAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
                using var response = await http.SendAsync(request, cancellationToken);
                if (response.StatusCode < HttpStatusCode.InternalServerError && response.StatusCode != HttpStatusCode.TooManyRequests)
                {
                    return JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
                }
            }
            catch (Exception e) when (IsAway(e, cancellationToken))
            {
                // Killed, or not there yet.
            }

            await Task.Delay(Breath, cancellationToken);
        }
    }
}
