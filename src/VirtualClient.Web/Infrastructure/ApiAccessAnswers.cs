using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Refusals of the API are problems with a code, whatever the way of signing in; pages go their own way.</summary>
internal sealed class ApiAccessAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler pages = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Succeeded || !context.IsApi())
        {
            return pages.HandleAsync(next, context, policy, authorizeResult);
        }

        return Problems.WriteAsync(
            context,
            authorizeResult.Challenged
                ? Problems.Of(401, "sign-in-needed", "Sign in first.")
                : Problems.Of(403, "wrong-role", "Your role may not do this.")
        );
    }
}
