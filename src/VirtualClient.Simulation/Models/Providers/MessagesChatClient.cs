using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>
/// A small reader of Anthropic's Messages protocol, text only, for installations that count processor time: it needs a fraction of the SDK's.
/// Tests hold it to the SDK's requests and results.
/// </summary>
internal sealed class MessagesChatClient(HttpClient http, RouteOptions route) : IChatClient
{
    /// <summary>Version of the protocol. Source: what version 13.12 of the SDK sends.</summary>
    private const string Version = "2026-10-21";

    private readonly AuthenticationHeaderValue _authorization = new("Bearer", route.ApiKey);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = Request(messages, options, stream: false);
        return await http.ReadWholeAsync(request, new MessagesReader(), cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var request = Request(messages, options, stream: true);
        await foreach (var update in http.ReadEventsAsync(request, new MessagesReader(), cancellationToken))
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(ModelProviders.Anthropic, http.BaseAddress, route.Model)
        : null;

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "v1/messages")
        {
            Content = MessagesRequest.Write(route, messages, options, stream),
        };
        request.Headers.Authorization = _authorization;
        request.Headers.Add("anthropic-version", Version);
        return request;
    }
}
