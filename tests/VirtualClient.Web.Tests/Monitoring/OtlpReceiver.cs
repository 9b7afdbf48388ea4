using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>A collector on a port of its own that keeps the bytes it is sent.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost(
            "/{**path}",
            async (string path, HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                received.Enqueue((path, body.ToArray()));
                return Results.Bytes([], "application/x-protobuf");
            }
        );
    }

    public Uri Address => new(app.Urls.First());

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until a text has come to a path.</summary>
    public async Task UntilAsync(string path, string text)
    {
        for (var tries = 0; Count(path, text) == 0; tries++)
        {
            Assert.True(tries < 300, $"{text} did not come");
            await Task.Delay(100);
        }
    }

    /// <summary>How often a text stands in what came to a path.</summary>
    public int Count(string path, string text) => Count(path, Encoding.UTF8.GetBytes(text));

    public int Count(string path, byte[] what) => received.Where(r => r.Path == path).Sum(r => Count(r.Body, what));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static int Count(ReadOnlySpan<byte> body, ReadOnlySpan<byte> what)
    {
        var count = 0;
        while (body.IndexOf(what) is >= 0 and var at)
        {
            count++;
            body = body[(at + what.Length)..];
        }

        return count;
    }
}
