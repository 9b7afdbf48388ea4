using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>
/// A layer of the pipeline. Every call streams, also one whose caller wants the whole answer: so a long answer shows that it is alive, and
/// each layer is written once.
/// </summary>
internal abstract class ModelLayer(IChatClient inner) : DelegatingChatClient(inner)
{
    public sealed override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public sealed override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => StreamAsync(messages, (ScopedOptions)options!, cancellationToken);

    protected abstract IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        CancellationToken cancellationToken
    );

    protected IAsyncEnumerable<ChatResponseUpdate> InnerAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        CancellationToken cancellationToken
    ) => InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken);
}
