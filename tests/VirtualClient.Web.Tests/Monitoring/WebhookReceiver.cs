using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VirtualClient.Web.Features.Monitoring;

namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>Keeps what is posted to it.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost(
            "/alerts",
            async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                var body = await reader.ReadToEndAsync();
                Received.Enqueue(
                    (
                        body,
                        request.Headers[AlertMessenger.TimeHeader].ToString(),
                        request.Headers[AlertMessenger.SignatureHeader].ToString()
                    )
                );
                return Results.StatusCode(Status);
            }
        );
    }

    public int Status { get; set; } = 200;

    public ConcurrentQueue<(string Body, string Time, string Signature)> Received { get; } = new();

    public Uri Address => new(new Uri(app.Urls.First()), "/alerts");

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until so many have come; one more is a failure.</summary>
    public async Task UntilAsync(int count)
    {
        for (var tries = 0; Received.Count < count; tries++)
        {
            Assert.True(tries < 300, "nobody was told");
            await Task.Delay(100);
        }

        Assert.Equal(count, Received.Count);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
