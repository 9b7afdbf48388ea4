using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>Leaves a route alone that keeps failing. What counts is how a call ended after its retries.</summary>
internal sealed class CircuitLayer(IChatClient inner, string route, RouteBoard board) : ModelLayer(inner)
{
    protected override async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ScopedOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await board.LoadAsync(cancellationToken);
        var circuit = board[route];
        var permit = circuit.TryEnter() ?? throw Resting(circuit);
        var answered = false;
        var changed = false;
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
                    answered = true;
                    changed = Judge(permit, e);
                    throw;
                }
                if (!more)
                    break;
                yield return updates.Current;
            }
            answered = true;
            changed = permit.Succeeded();
        }
        finally
        {
            // Cancelled, or the reader left: it may have been either's fault.
            if (!answered)
                changed = permit.Unanswered();
            await updates.DisposeAsync();
            if (changed)
                await board.SaveAsync(circuit);
        }
    }

    private static bool Judge(Circuit.Permit permit, ModelException e) =>
        e.Kind switch
        {
            FailureKind.NotAvailable => permit.Misconfigured(e.Message),
            // A spent limit is for somebody to look at like a wrong key; a rate limit passes by itself.
            FailureKind.Budget => permit.Misconfigured(e.Message),
            FailureKind.Busy => permit.Unanswered(e.Message),
            _ => permit.Failed(e.Message),
        };

    private ModelException Resting(Circuit circuit) =>
        circuit.Health.State == CircuitState.Isolated
            ? new ModelException(FailureKind.NotAvailable, $"The route '{route}' was stopped by an operator.")
            : new ModelException(FailureKind.Overloaded, $"The route '{route}' failed too often and rests.") { RetryAfter = circuit.Rest };
}
