using System.IO.Compression;

namespace ModelStub;

/// <summary>Writes an answer at the asked pace and breaks it where the fault says.</summary>
internal sealed class Player(HttpContext context, Wire wire, StubSettings settings, Fault? fault) : IAsyncDisposable
{
    private readonly CancellationToken _aborted = context.RequestAborted;
    private GZipStream? _gzip;

    /// <summary>Between a flush and a reset, so that what was sent is not thrown away by the reset.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(60);

    public async Task StreamAsync(IReadOnlyList<Frame> frames)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        if (fault?.Kind == FaultKind.StallBody)
        {
            await FlushAsync();
            await StallAsync();
            return;
        }
        var pieces = 0;
        foreach (var frame in frames)
        {
            if (frame.Kind == FrameKind.Piece)
            {
                if (pieces == (fault?.AfterPieces ?? 0) && await BreakAsync(frame))
                    return;
                await PauseAsync(pieces++);
            }
            else if (frame.Kind is FrameKind.Closing or FrameKind.Last && await BreakAtEndAsync(frame, pieces))
            {
                return;
            }
            if (fault?.Kind == FaultKind.SplitCharacter && frame.Kind == FrameKind.Piece)
                await WriteByteByByteAsync(frame.Bytes);
            else
                await WriteAsync(frame.Bytes);
            if (frame.Kind == FrameKind.Piece && fault?.Kind is FaultKind.Ping or FaultKind.UnknownEvent)
                await WriteAsync(fault.Kind == FaultKind.Ping ? wire.Ping : wire.UnknownEvent);
        }
        await FlushAsync();
    }

    public async Task BodyAsync(byte[] body)
    {
        context.Response.ContentType = "application/json";
        await Task.Delay(StubSettings.Bounded(settings.FirstText), _aborted);
        if (fault?.Kind is FaultKind.StallBody or FaultKind.StallMid)
        {
            await FlushAsync();
            await StallAsync();
        }
        else if (fault?.Kind is FaultKind.TruncatedJson or FaultKind.MissingEnd)
        {
            await WriteAsync(body[..(body.Length / 2)]);
        }
        else if (fault?.Kind is FaultKind.Cut)
        {
            context.Response.ContentLength = body.Length;
            await WriteAsync(body[..(body.Length / 2)]);
            await ResetAsync();
        }
        else
        {
            await WriteAsync(body);
        }
    }

    /// <summary>Holds the request until the caller hangs up, at most for the set time.</summary>
    public async Task StallAsync()
    {
        await Task.Delay(settings.LongestStall, _aborted);
        context.Abort();
    }

    /// <summary>Breaks the stream before this piece; false when this fault lets it go on.</summary>
    private async Task<bool> BreakAsync(Frame next)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Cut:
                await ResetAsync();
                return true;
            case FaultKind.StallMid:
                await FlushAsync();
                await StallAsync();
                return true;
            case FaultKind.Trickle:
                await DripAsync("data: {\"type\":\""u8.ToArray(), "x"u8.ToArray());
                return true;
            case FaultKind.PingForever:
                await DripAsync([], wire.Ping);
                return true;
            case FaultKind.TruncatedJson:
                await WriteAsync([.. next.Bytes.AsSpan(0, next.Bytes.Length * 2 / 3), .. "\n\n"u8]);
                await FlushAsync();
                return true;
            case FaultKind.HalfCharacter:
                await WriteAsync(HalfCharacter(next.Bytes));
                await FlushAsync();
                return true;
            case FaultKind.ErrorEvent:
                await WriteAsync(wire.ErrorEvent);
                await FlushAsync();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Leaves out the end; faults set behind the last piece strike here.</summary>
    private async Task<bool> BreakAtEndAsync(Frame frame, int pieces)
    {
        if (fault?.Kind == FaultKind.MissingEnd || (fault?.Kind == FaultKind.MissingLast && frame.Kind == FrameKind.Last))
        {
            await FlushAsync();
            return true;
        }
        return frame.Kind == FrameKind.Closing && fault?.AfterPieces >= pieces && fault.Kind != FaultKind.Slow && await BreakAsync(frame);
    }

    private async Task PauseAsync(int piece)
    {
        var pause =
            fault?.Kind == FaultKind.Slow ? fault.Delay
            : piece == 0 ? settings.FirstText
            : settings.PerPiece;
        if (pause <= TimeSpan.Zero)
            return;
        await FlushAsync();
        await Task.Delay(StubSettings.Bounded(pause), _aborted);
    }

    private async Task DripAsync(byte[] first, byte[] drop)
    {
        await WriteAsync(first);
        for (var i = 0; i < 20_000 && !_aborted.IsCancellationRequested; i++)
        {
            await WriteAsync(drop);
            await FlushAsync();
            await Task.Delay(20, _aborted);
        }
        context.Abort();
    }

    private static byte[] HalfCharacter(byte[] frame)
    {
        // The last byte of the piece becomes the first one of a two-byte character.
        var name = frame.AsSpan().LastIndexOf("\"content\":\""u8);
        var start = name >= 0 ? name + 11 : frame.AsSpan().LastIndexOf("\"text\":\""u8) + 8;
        var broken = (byte[])frame.Clone();
        broken[start + frame.AsSpan(start).IndexOf((byte)'"') - 1] = 0xC3;
        return broken;
    }

    private async Task WriteByteByByteAsync(byte[] bytes)
    {
        foreach (var b in bytes)
        {
            await WriteAsync([b]);
            if (b > 0x7f)
            {
                await FlushAsync();
                await Task.Delay(2, _aborted);
            }
        }
        await FlushAsync();
    }

    private async Task ResetAsync()
    {
        await FlushAsync();
        await Task.Delay(Settle, _aborted);
        context.Abort();
    }

    private async Task WriteAsync(byte[] bytes)
    {
        if (Squeezed() is { } gzip)
            await gzip.WriteAsync(bytes, _aborted);
        else
            await context.Response.BodyWriter.WriteAsync(bytes, _aborted);
    }

    private async Task FlushAsync()
    {
        if (_gzip is not null)
            await _gzip.FlushAsync(_aborted);
        await context.Response.BodyWriter.FlushAsync(_aborted);
    }

    private GZipStream? Squeezed()
    {
        if (_gzip is null && settings.Gzip && context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            _gzip = new GZipStream(context.Response.BodyWriter.AsStream(), CompressionLevel.Fastest, leaveOpen: true);
        }
        return _gzip;
    }

    public async ValueTask DisposeAsync()
    {
        if (_gzip is not null)
            await _gzip.DisposeAsync();
    }
}
