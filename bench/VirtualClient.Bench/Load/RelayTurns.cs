using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;

namespace VirtualClient.Bench.Load;

/// <summary>The physical limit: the same reply through a server that only copies bytes.</summary>
internal sealed class RelayTurns(Uri relay, LoadOptions options) : ITurns, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 });

    public async Task<TurnTimes> TakeAsync(int conversation, int turn, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, relay)
        {
            Content = JsonContent.Create(
                new
                {
                    model = "claude-haiku-5-5",
                    stream = true,
                    messages = new[] { new { role = "user", content = $"{conversation} {turn} {options.Provider}" } },
                }
            ),
        };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        TimeSpan? first = null;
        var text = new StringBuilder();
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // The first delta has no words yet; the second chunk of bytes with content counts.
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            if (first is null && text.ToString().Contains("I don", StringComparison.Ordinal))
            {
                first = Stopwatch.GetElapsedTime(started);
            }
        }

        var whole = Stopwatch.GetElapsedTime(started);
        return new TurnTimes(first ?? whole, whole);
    }

    public void Dispose() => http.Dispose();
}
