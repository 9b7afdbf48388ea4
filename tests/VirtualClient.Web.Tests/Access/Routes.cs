using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Access;

internal sealed record Route(string Method, string Pattern)
{
    public string Name => $"{Method} {Pattern}";

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public bool IsConversation => Pattern.Contains("/conversations/{id:guid}", StringComparison.Ordinal);

    public bool IsAssignment => Pattern.Contains("/assignments/{id:guid}", StringComparison.Ordinal);

    public bool IsSection => Pattern.Contains("/sections/{id:guid}", StringComparison.Ordinal);
}

internal static class Routes
{
    /// <summary>What the program answers to, but for its files. Pages take POST only for the framework's own forms, of which we have none.</summary>
    public static IReadOnlyList<Route> Of(WebHost host) =>
        [
            .. host
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .SelectMany(endpoint =>
                    MethodsOf(endpoint)
                        .Select(method => new Route(
                            method,
                            "/"
                                + endpoint
                                    .RoutePattern.RawText!.Trim('/')
                                    .Replace("{Id:", "{id:")
                                    .Replace("{UserId:", "{userId:")
                                    .Replace("{JobId:", "{jobId:")
                                    .Replace("{ClientId:", "{clientId:")
                        ))
                )
                .Distinct()
                .OrderBy(route => route.Name, StringComparer.Ordinal),
        ];

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null ? ["GET"]
        : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } some ? some.HttpMethods
        : ["ANY"];
}
