using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>
/// Where a call enters: gives it its scope, tells of each attempt in the stream, and makes sure that nothing but <see cref="ModelException"/>
/// and cancellation comes out.
/// </summary>
internal sealed class PipelineHead(IChatClient inner, ModelLimits limits, IUsageSink? sink, TimeProvider time) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => StreamAsync(messages, options, whole: true, cancellationToken).ToChatResponseAsync(cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => StreamAsync(messages, options, whole: false, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The layers belong to the pipeline.
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        bool whole,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var scope = new CallScope(
            ScopedOptions.Text(options, ModelKeys.Purpose) ?? "other",
            ScopedOptions.Text(options, ModelKeys.Payer),
            whole,
            limits.Whole,
            time,
            OnCall(options)
        );
        var updates = inner
            .GetStreamingResponseAsync(messages, new ScopedOptions(options, scope), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        try
        {
            Exception? failure = null;
            while (true)
            {
                var more = false;
                try
                {
                    more = await updates.MoveNextAsync();
                }
                catch (Exception e)
                {
                    failure = e;
                }
                foreach (var call in scope.Untold())
                    yield return new ChatResponseUpdate { Contents = [new ModelCallContent(call)] };
                if (failure is not null)
                    throw Known(failure, scope, cancellationToken);
                if (!more)
                    yield break;
                yield return updates.Current;
            }
        }
        finally
        {
            await updates.DisposeAsync();
            await TellSinkAsync(scope);
        }
    }

    private static Exception Known(Exception failure, CallScope scope, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException("The call was cancelled.", failure, cancellationToken);
        return failure as ModelException
            ?? new ModelException(FailureKind.Unexpected, "The call failed inside the program.", failure)
            {
                RequestId = scope.Attempt?.RequestId,
            };
    }

    private async ValueTask TellSinkAsync(CallScope scope)
    {
        if (sink is null || scope.Purpose is "reply" or "correction")
            return;
        foreach (var call in scope.Calls)
            // What was used is written down also when the caller has gone.
            await sink.RecordAsync(call, scope.Payer, CancellationToken.None);
    }

    private static Action<ModelCall>? OnCall(ChatOptions? options) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(ModelKeys.OnCall, out var listener)
            ? listener as Action<ModelCall>
            : null;
}
