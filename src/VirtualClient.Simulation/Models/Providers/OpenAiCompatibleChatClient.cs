using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// A chat client for any server that speaks chat completions, text only. Small on purpose: the clients offered for this protocol need several
/// times the processor time a turn. Failures are thrown as they are; <see cref="ProviderErrors"/> gives them our names.
/// </summary>
internal sealed class OpenAiCompatibleChatClient(HttpClient http, string model, string? apiKey) : IChatClient
{
    /// <summary>Longest body that is read whole: far above any answer, far below what would hurt.</summary>
    private const int LongestBody = 4 << 20;

    private readonly AuthenticationHeaderValue? _authorization = apiKey is null ? null : new("Bearer", apiKey);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        using var response = await SendAsync(messages, options, stream: false, cancellationToken);
        var update = await ReadBodyAsync(response, cancellationToken);
        return new[] { update }.ToChatResponse();
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var response = await SendAsync(messages, options, stream: true, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is "application/json")
        {
            // Some servers do not stream and answer in one piece.
            yield return await ReadBodyAsync(response, cancellationToken);
            yield break;
        }
        var reader = new ChatCompletionsReader();
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

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(ModelProviders.OpenAiCompatible, http.BaseAddress, model)
        : null;

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        bool stream,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions")
        {
            Content = ChatCompletionsRequest.Write(model, messages, options, stream),
        };
        request.Headers.Authorization = _authorization;
        request.Headers.Accept.Add(new(stream ? "text/event-stream" : "application/json"));
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new ChatCompletionsException((int)response.StatusCode, await ErrorCodeAsync(response, cancellationToken));
    }

    private static async Task<ChatResponseUpdate> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new ChatCompletionsReader().Read(body) ?? throw new JsonException("The answer holds nothing that is known.");
    }

    private static async Task<string?> ErrorCodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken);
            return ErrorCode(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or HttpRequestException or IOException)
        {
            // The status says enough.
            return null;
        }
    }

    private static string? ErrorCode(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("error"u8))
            {
                reader.Skip();
                continue;
            }
            reader.Read();
            return ChatCompletionsReader.ErrorCode(ref reader);
        }
        return null;
    }
}
