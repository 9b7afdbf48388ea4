using VirtualClient.Simulation.Models.Layers;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>Lets bytes through and tells the attempt whenever an event is complete, which is at each empty line.</summary>
internal sealed class EventStream(Stream inner, CallAttempt attempt) : Stream
{
    private bool _lineIsEmpty = true;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Look(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Look(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        var seen = false;
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            if (end != 0)
                _lineIsEmpty = false;
            if (end < 0)
                break;
            seen |= _lineIsEmpty;
            // The second half of a CR LF ends no line of its own.
            var next = bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
            _lineIsEmpty = true;
            bytes = bytes[next..];
        }
        if (seen)
            attempt.SawEvent();
    }
}
