using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>Asks the routes in order until one begins to speak. After the first text there is no other route: two halves would be two people.</summary>
internal sealed class FailoverClient(IReadOnlyList<IChatClient> routes) : IChatClient
{
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using var stream = await StartAsync(messages, (ScopedOptions)options!, cancellationToken);
        await foreach (var update in stream.ReadAsync())
            yield return update;
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The routes belong to the pipeline.
    }

    private async ValueTask<StartedStream> StartAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        CancellationToken cancellationToken
    )
    {
        ModelException? reason = null;
        foreach (var route in routes)
        {
            if (reason is not null && options.Scope.Left <= TimeSpan.Zero)
                break;
            try
            {
                return await StartedStream.StartAsync(
                    route.GetStreamingResponseAsync(messages, options, cancellationToken),
                    options.Scope.Whole,
                    cancellationToken
                );
            }
            catch (ModelException e)
            {
                // A wrong key on one route tells the student less than the other route being busy.
                if (reason is null || reason.Kind is FailureKind.NotAvailable or FailureKind.Budget)
                    reason = e;
            }
        }
        throw reason ?? new ModelException(FailureKind.NotAvailable, "No route is set up.");
    }
}
