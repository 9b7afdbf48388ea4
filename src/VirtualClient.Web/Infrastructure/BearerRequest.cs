namespace VirtualClient.Web.Infrastructure;

/// <summary>Tells scripts from browsers: by the kind of credential they bring.</summary>
internal static class BearerRequest
{
    public static bool Is(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
}
