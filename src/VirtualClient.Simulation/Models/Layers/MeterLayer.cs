using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>Writes down what each attempt used, cost and took, however it ended.</summary>
internal sealed class MeterLayer(IChatClient inner, RouteOptions route, ModelCatalog catalog, RouteBoard board, TimeProvider time)
    : ModelLayer(inner)
{
    protected override async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var scope = options.Scope;
        var attempt = scope.Attempt = new CallAttempt(time);
        var reading = new Reading(route, scope.Purpose, messages, time);
        using var activity = ModelTelemetry.Start(route, scope.Purpose);
        board.Began(route.Name);
        var updates = InnerAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                bool more;
                try
                {
                    more = await updates.MoveNextAsync();
                }
                catch (ModelException e)
                {
                    reading.Failed(e);
                    throw;
                }
                if (!more)
                    break;
                reading.Saw(updates.Current);
                yield return updates.Current;
            }
            reading.Ended();
        }
        finally
        {
            await updates.DisposeAsync();
            var call = reading.Close(attempt, catalog.PriceOf(route.Model));
            scope.Record(call);
            board.Saw(call);
            ModelTelemetry.Finish(activity, call);
        }
    }

    /// <summary>The account of one attempt while it runs.</summary>
    private sealed class Reading(RouteOptions route, string purpose, IEnumerable<ChatMessage> messages, TimeProvider time)
    {
        private readonly long _startedAt = time.GetTimestamp();
        private readonly UsageReading _usage = new();
        private string _outcome = "cancelled";
        private ModelException? _failure;
        private ChatFinishReason? _finish;
        private TimeSpan? _firstTextAfter;
        private long _characters;

        public void Saw(ChatResponseUpdate update)
        {
            _finish = update.FinishReason ?? _finish;
            _usage.Saw(update);
            var length = update.Text.Length;
            if (length == 0)
                return;
            _firstTextAfter ??= time.GetElapsedTime(_startedAt);
            _characters += length;
        }

        public void Ended() =>
            _outcome =
                _finish == ChatFinishReason.ContentFilter ? "refused"
                : _finish == ChatFinishReason.Length ? "cut"
                : "ok";

        public void Failed(ModelException e)
        {
            _outcome = "failed";
            _failure = e;
        }

        public ModelCall Close(CallAttempt attempt, ModelPrice? price)
        {
            var usage = _usage.Final(complete: _outcome is not ("failed" or "cancelled")) ?? Estimate();
            return new ModelCall(
                route.Name,
                route.Provider,
                route.Model,
                purpose,
                _outcome,
                usage,
                attempt.RequestId,
                _firstTextAfter,
                time.GetElapsedTime(_startedAt)
            )
            {
                CostNanoUsd = usage is null ? null : price?.CostNanoUsd(usage),
                Failure = _failure?.Kind,
                StatusCode = _failure?.StatusCode,
            };
        }

        /// <summary>
        /// No figures came. A call that gave text or was let go while the provider worked has cost something, an error answer has not.
        /// </summary>
        private Usage? Estimate()
        {
            var worked = _characters > 0 || _outcome is "ok" or "cut" or "refused";
            return _usage.Partial(TokenEstimate.Of(_characters))
                ?? (worked ? new Usage(TokenEstimate.Of(messages), TokenEstimate.Of(_characters), 0, 0, Estimated: true) : null);
        }
    }
}
