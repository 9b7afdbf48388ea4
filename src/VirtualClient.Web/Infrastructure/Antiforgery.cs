using Microsoft.AspNetCore.Antiforgery;

namespace VirtualClient.Web.Infrastructure;

/// <summary>A cookie may be sent by another site's page, a bearer token may not: writes by cookie need the antiforgery token.</summary>
public static class AntiforgeryFilter
{
    public static RouteGroupBuilder WithAntiforgeryForCookies(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || !ByCookie(http))
                {
                    return await next(context);
                }

                var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
                if (await antiforgery.IsRequestValidAsync(http))
                {
                    return await next(context);
                }

                return http.IsApi()
                    ? Problems.Result(400, "antiforgery", "Reload the page and try again.")
                    : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
            }
        );
        return group;
    }

    /// <summary>After the check: a form that no page of ours sent is refused before anything reads it.</summary>
    public static void UseAntiforgeryAnswers(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                {
                    return next(context);
                }

                if (context.IsApi())
                {
                    return Problems.WriteAsync(context, Problems.Of(400, "antiforgery", "Reload the page and try again."));
                }

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );

    /// <summary>A request with a bearer token is signed in by that alone; its cookies are not looked at.</summary>
    private static bool ByCookie(HttpContext context) => !BearerRequest.Is(context);
}
