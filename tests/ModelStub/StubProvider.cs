using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ModelStub;

/// <summary>
/// A provider on a loopback port that speaks the Messages protocol and chat completions, counts cached tokens like a real prefix
/// cache, keeps what it was asked, and breaks on demand. Safe to use from several tests at once, each with its own instance.
/// </summary>
public sealed class StubProvider : IAsyncDisposable
{
    private const int Kept = 1_000;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly WebApplication _app;
    private readonly Lock _reporting = new();
    private readonly ConcurrentDictionary<string, ReportedUsage> _reportedByRequest = new(StringComparer.Ordinal);
    private ReportedUsage _reported = new(0, 0, 0, 0, 0);
    private long _number;

    private StubProvider(WebApplication app, TimeProvider time)
    {
        _app = app;
        Time = time;
        Cache = new PrefixCache(time);
    }

    /// <summary>Base address for the Messages protocol, without a version.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Base address for chat completions.</summary>
    public Uri OpenAiAddress => new(Address, "v1/");

    /// <summary>Pace and words; takes effect with the next request.</summary>
    public StubSettings Settings { get; set; } = new();

    public FaultBook Faults { get; } = new();

    /// <summary>The newest 1,000 requests, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>How many requests came in all.</summary>
    public long RequestCount => Interlocked.Read(ref _number);

    /// <summary>Sum of all token figures that were put into answers.</summary>
    public ReportedUsage Reported
    {
        get
        {
            lock (_reporting)
                return _reported;
        }
    }

    /// <summary>The figures of each answer, by the request's id; what <see cref="Reported"/> sums.</summary>
    public IReadOnlyDictionary<string, ReportedUsage> ReportedByRequest => _reportedByRequest;

    internal TimeProvider Time { get; }
    internal PrefixCache Cache { get; }

    /// <param name="settings">Pace and words, or null for no delay and the stub's own speech.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="time">The clock of the prefix cache, or null for the system's.</param>
    public static async Task<StubProvider> StartAsync(
        StubSettings? settings = null,
        int port = 0,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, port);
            k.Limits.MaxRequestBodySize = 4 << 20;
            k.Limits.MinResponseDataRate = null;
        });
        var app = builder.Build();
        var stub = new StubProvider(app, time ?? TimeProvider.System) { Settings = settings ?? new StubSettings() };
        StubRoutes.Map(app, stub);
        await app.StartAsync(cancellationToken);
        stub.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        return stub;
    }

    /// <summary>An address on which nobody listens: connections are refused.</summary>
    public static Uri ClosedAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/");
    }

    /// <summary>Forgets requests and faults; the prefix cache stays.</summary>
    public void Reset()
    {
        _requests.Clear();
        Faults.Clear();
    }

    /// <summary>Waits until the stub stops.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    internal void Report(string requestId, InputTokens input, long output)
    {
        if (Settings.Record)
            _reportedByRequest[requestId] = new(input.Fresh, input.Read, input.Write5Minutes, input.Write1Hour, output);
        lock (_reporting)
            _reported = new(
                _reported.Fresh + input.Fresh,
                _reported.CacheRead + input.Read,
                _reported.CacheWrite5Minutes + input.Write5Minutes,
                _reported.CacheWrite1Hour + input.Write1Hour,
                _reported.Output + output
            );
    }

    internal long NextNumber() => Interlocked.Increment(ref _number);

    internal void Keep(ReceivedRequest request)
    {
        if (!Settings.Record)
            return;
        _requests.Enqueue(request);
        while (_requests.Count > Kept)
            _requests.TryDequeue(out _);
    }
}
