using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace VirtualClient.Bench.Load;

/// <summary>Kestrel in, HttpClient out, bytes copied as they come. Started as a process of its own: <c>bench relay URL ADDRESS</c>.</summary>
internal static class BareRelay
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var upstream, var address])
        {
            return 2;
        }

        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(address);
        app.MapGet("/health/live", () => "ok");
        app.MapPost(
            "/",
            async context =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(upstream))
                {
                    Content = new StreamContent(context.Request.Body),
                };
                request.Content.Headers.ContentType = new("application/json");
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
                context.Response.StatusCode = (int)response.StatusCode;
                context.Response.ContentType = "text/event-stream";
                context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
                await using var stream = await response.Content.ReadAsStreamAsync(context.RequestAborted);
                await stream.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
        );
        await app.RunAsync();
        return 0;
    }
}
