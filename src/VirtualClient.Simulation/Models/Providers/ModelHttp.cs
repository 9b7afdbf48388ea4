using System.Globalization;
using System.Net;
using VirtualClient.Simulation.Models.Layers;

namespace VirtualClient.Simulation.Models.Providers;

/// <summary>HTTP clients for model calls: no limits of their own, because the pipeline has them, and eyes for what the chat clients hide.</summary>
internal static class ModelHttp
{
    public static HttpClient Create(Uri? address, TimeProvider time) =>
        new(new AttemptHandler(time) { InnerHandler = Sockets() }, disposeHandler: true)
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };

    private static SocketsHttpHandler Sockets() =>
        new()
        {
            // A new address of the provider is noticed within minutes.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // A key is never carried to where a redirect points.
            AllowAutoRedirect = false,
            UseCookies = false,
            // The SDK offers gzip in its requests.
            AutomaticDecompression = DecompressionMethods.GZip,
            EnableMultipleHttp2Connections = true,
        };

    /// <summary>Notes request id, retry-after and the arrival of events for the attempt on whose behalf the request is sent.</summary>
    private sealed class AttemptHandler(TimeProvider time) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var attempt = CallAttempt.Current;
            var response = await base.SendAsync(request, cancellationToken);
            if (attempt is null)
                return response;
            attempt.SawEvent();
            attempt.StatusCode = (int)response.StatusCode;
            attempt.RequestId = Header(response, "request-id") ?? Header(response, "x-request-id");
            attempt.RetryAfter = RetryAfter(response);
            if (response.IsSuccessStatusCode)
                response.Content = await WatchedAsync(response.Content, attempt, cancellationToken);
            return response;
        }

        private static async Task<HttpContent> WatchedAsync(HttpContent content, CallAttempt attempt, CancellationToken cancellationToken)
        {
            var watched = new StreamContent(new EventStream(await content.ReadAsStreamAsync(cancellationToken), attempt));
            foreach (var header in content.Headers)
                watched.Headers.TryAddWithoutValidation(header.Key, header.Value);
            return watched;
        }

        private TimeSpan? RetryAfter(HttpResponseMessage response)
        {
            if (
                Header(response, "retry-after-ms") is { } text
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            )
                return Positive(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, 86_400_000)));
            return response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => Positive(delta),
                { Date: { } date } => Positive(date - time.GetUtcNow()),
                _ => null,
            };
        }

        private static TimeSpan Positive(TimeSpan pause) => pause < TimeSpan.Zero ? TimeSpan.Zero : pause;

        private static string? Header(HttpResponseMessage response, string name) =>
            response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
    }
}
