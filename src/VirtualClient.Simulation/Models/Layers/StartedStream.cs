using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models.Layers;

/// <summary>
/// A stream that has come as far as its first text, so that what happened before can be tried again or elsewhere, and what comes after cannot.
/// </summary>
internal sealed class StartedStream : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> _rest;
    private readonly List<ChatResponseUpdate> _first = [];
    private bool _ended;

    private StartedStream(IAsyncEnumerator<ChatResponseUpdate> rest) => _rest = rest;

    /// <param name="source">Not enumerated yet.</param>
    /// <param name="whole">Read to the end instead of to the first text.</param>
    /// <param name="cancellationToken">Cancels the whole stream, not only its start.</param>
    public static async ValueTask<StartedStream> StartAsync(
        IAsyncEnumerable<ChatResponseUpdate> source,
        bool whole,
        CancellationToken cancellationToken
    )
    {
        var stream = new StartedStream(source.GetAsyncEnumerator(cancellationToken));
        try
        {
            while (true)
            {
                if (!await stream._rest.MoveNextAsync())
                {
                    stream._ended = true;
                    return stream;
                }
                var update = stream._rest.Current;
                stream._first.Add(update);
                if (!whole && update.Text.Length > 0)
                    return stream;
            }
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> ReadAsync()
    {
        foreach (var update in _first)
            yield return update;
        while (!_ended && await _rest.MoveNextAsync())
            yield return _rest.Current;
    }

    public ValueTask DisposeAsync() => _rest.DisposeAsync();
}
