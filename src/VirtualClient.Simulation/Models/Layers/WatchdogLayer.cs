using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using VirtualClient.Simulation.Models.Providers;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>
/// Gives up on a provider that says nothing or never ends, and tells every failure in our own terms. Pings and unknown events keep a stream
/// alive, so only the limit for the whole call ends one that does nothing else.
/// </summary>
internal sealed class WatchdogLayer(IChatClient inner, ModelLimits limits, TimeProvider time) : ModelLayer(inner)
{
    protected override async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var attempt = options.Scope.Attempt!;
        using var watch = new Watch(attempt, options.Scope, limits.Stall, time, cancellationToken);
        CallAttempt.Current = attempt;
        var updates = InnerAsync(messages, options, watch.Token).GetAsyncEnumerator(watch.Token);
        var finished = false;
        try
        {
            while (true)
            {
                bool more;
                try
                {
                    more = await updates.MoveNextAsync();
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested || e is ModelException)
                {
                    throw watch.Reason ?? ProviderErrors.Translate(e, attempt);
                }
                if (!more)
                    break;
                finished |= updates.Current.FinishReason is not null;
                // Half a character, patched over by whoever decoded it: not something a person says.
                if (updates.Current.Text.Contains('\uFFFD', StringComparison.Ordinal))
                    throw ProviderErrors.Unreadable(attempt);
                yield return updates.Current;
            }
            if (!finished)
                throw ProviderErrors.EndedEarly(attempt);
        }
        finally
        {
            await updates.DisposeAsync();
        }
    }

    private sealed class Watch : IDisposable
    {
        private readonly CancellationTokenSource _cancel;
        private readonly CallAttempt _attempt;
        private readonly CallScope _scope;
        private readonly TimeSpan _stall;
        private readonly ITimer _timer;

        public Watch(CallAttempt attempt, CallScope scope, TimeSpan stall, TimeProvider time, CancellationToken cancellationToken)
        {
            _attempt = attempt;
            _scope = scope;
            _stall = stall;
            _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _timer = time.CreateTimer(static w => ((Watch)w!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Look();
        }

        public CancellationToken Token => _cancel.Token;

        /// <summary>Why the watchdog bit, or null.</summary>
        public ModelException? Reason { get; private set; }

        public void Dispose()
        {
            _timer.Dispose();
            _cancel.Dispose();
        }

        private void Look()
        {
            var untilStall = _stall - _attempt.Quiet;
            var untilEnd = _scope.Left;
            var next = untilStall < untilEnd ? untilStall : untilEnd;
            if (next > TimeSpan.Zero)
            {
                // Timers count whole milliseconds; a little later is better than twice.
                _timer.Change(next + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }
            Reason ??= ProviderErrors.TooLong(_attempt, stalled: untilEnd > TimeSpan.Zero);
            try
            {
                _cancel.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The call ended while the timer fired.
            }
        }
    }
}
