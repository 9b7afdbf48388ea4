namespace VirtualClient.Web.Infrastructure;

public static class ApiGroups
{
    /// <summary>A group under /api/v1 that needs sign-in, validates inputs and asks cookies for the antiforgery token.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string path, string policy = Policies.SignedIn)
    {
        var group = app.MapGroup("/api/v1" + path).RequireAuthorization(policy);
        return group.WithAntiforgeryForCookies().WithValidation();
    }
}
