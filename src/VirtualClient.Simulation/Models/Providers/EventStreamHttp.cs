using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>Reads one answer, event by event or as one body.</summary>
internal interface IAnswerReader
{
    /// <summary>Whether the provider said that this was all.</summary>
    bool Done { get; }

    /// <summary>Null for what says nothing.</summary>
    /// <exception cref="JsonException">Not JSON, or not whole.</exception>
    /// <exception cref="InvalidOperationException">Text that is not UTF-8.</exception>
    /// <exception cref="ProviderAnswerException">The provider reports an error.</exception>
    ChatResponseUpdate? Read(ReadOnlySpan<byte> data);
}

/// <summary>What our own two chat clients have in common: send, check the status, read the answer as a stream or whole.</summary>
internal static class EventStreamHttp
{
    /// <summary>Longest body that is read whole, in bytes: far above any answer, far below what would hurt.</summary>
    private const int LongestBody = 4 << 20;

    public static async Task<ChatResponse> ReadWholeAsync(
        this HttpClient http,
        HttpRequestMessage request,
        IAnswerReader reader,
        CancellationToken cancellationToken
    )
    {
        using var response = await http.SendCheckedAsync(request, "application/json", cancellationToken);
        var update = await ReadBodyAsync(response, reader, cancellationToken);
        return new[] { update }.ToChatResponse();
    }

    public static async IAsyncEnumerable<ChatResponseUpdate> ReadEventsAsync(
        this HttpClient http,
        HttpRequestMessage request,
        IAnswerReader reader,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var response = await http.SendCheckedAsync(request, "text/event-stream", cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is "application/json")
        {
            // Some servers do not stream and answer in one piece.
            yield return await ReadBodyAsync(response, reader, cancellationToken);
            yield break;
        }
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var events = SseParser.Create(stream, (_, data) => reader.Read(data));
        await foreach (var item in events.EnumerateAsync(cancellationToken))
        {
            if (item.Data is { } update)
                yield return update;
            if (reader.Done)
                yield break;
        }
    }

    private static async Task<HttpResponseMessage> SendCheckedAsync(
        this HttpClient http,
        HttpRequestMessage request,
        string accept,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new ProviderAnswerException((int)response.StatusCode, await ErrorCodeAsync(response, cancellationToken));
    }

    private static async Task<ChatResponseUpdate> ReadBodyAsync(
        HttpResponseMessage response,
        IAnswerReader reader,
        CancellationToken cancellationToken
    )
    {
        await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return reader.Read(body) ?? throw new JsonException("The answer holds nothing that is known.");
    }

    private static async Task<string?> ErrorCodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken);
            return JsonSteps.ErrorCodeOf(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or HttpRequestException or IOException)
        {
            // The status says enough.
            return null;
        }
    }
}
