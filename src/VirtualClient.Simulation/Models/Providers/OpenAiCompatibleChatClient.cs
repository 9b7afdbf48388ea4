using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// A chat client for any server that speaks chat completions, text only. Failures are thrown as they are; <see cref="ProviderErrors"/> gives
/// them our names.
/// </summary>
internal sealed class OpenAiCompatibleChatClient(HttpClient http, string model, string? apiKey) : IChatClient
{
    private readonly AuthenticationHeaderValue? _authorization = apiKey is null ? null : new("Bearer", apiKey);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = Request(messages, options, stream: false);
        return await http.ReadWholeAsync(request, new ChatCompletionsReader(), cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var request = Request(messages, options, stream: true);
        await foreach (var update in http.ReadEventsAsync(request, new ChatCompletionsReader(), cancellationToken))
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(ModelProviders.OpenAiCompatible, http.BaseAddress, model)
        : null;

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions")
        {
            Content = ChatCompletionsRequest.Write(model, messages, options, stream),
        };
        request.Headers.Authorization = _authorization;
        return request;
    }
}
