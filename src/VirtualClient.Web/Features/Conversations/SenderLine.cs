using System.Runtime.InteropServices;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// One person's sends go one after the other on this server. Two that look at the same moment count the same
/// <see cref="Message.SenderNumber"/>, and the second would have to be made again, at many times the price. Between servers the database still
/// tells them apart. Thread-safe.
/// </summary>
internal sealed class SenderLine
{
    private readonly Dictionary<Guid, Line> lines = [];

    /// <summary>Waits for this sender's turn. Dispose what it gives after the commit.</summary>
    public async Task<IDisposable> EnterAsync(Guid sender, CancellationToken cancellationToken)
    {
        var line = Join(sender);
        try
        {
            await line.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(sender, line);
            throw;
        }

        return new Place(this, sender, line);
    }

    private Line Join(Guid sender)
    {
        lock (lines)
        {
            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(lines, sender, out _);
            line ??= new Line();
            line.People++;
            return line;
        }
    }

    private void Leave(Guid sender, Line line)
    {
        lock (lines)
        {
            if (--line.People == 0)
            {
                lines.Remove(sender);
                line.Turn.Dispose();
            }
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int People { get; set; }
    }

    private sealed class Place(SenderLine owner, Guid sender, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Turn.Release();
            owner.Leave(sender, line);
        }
    }
}
