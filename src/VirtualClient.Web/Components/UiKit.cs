using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components.Gallery;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Components;

/// <summary>The door of the pages: services, error pages, routes.</summary>
public static class UiKit
{
    public static IServiceCollection AddUiKit(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<StatusMessages>();
        services.AddCascadingValue(provider =>
            Viewer.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext, provider.GetRequiredService<TimeProvider>())
        );
        return services;
    }

    /// <summary>
    /// Pages for 404 and 500. Addresses of scripts are left alone: re-executing a refused POST to the API into a page turns its 429 into a 400.
    /// Comes first; ends with routing.
    /// </summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/health"),
            pages =>
            {
                pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
                if (!app.Environment.IsDevelopment())
                {
                    pages.UseExceptionHandler("/error", createScopeForErrors: true);
                }

                pages.Use(RefuseQuietly);
            }
        );
        // Explicit, so that it runs after the above: a page that is executed again must be routed again.
        app.UseRouting();
    }

    /// <summary>A rule that says no is no failure: only its status goes on, and the page for it is shown, which is read and never posted to.</summary>
    private static async Task RefuseQuietly(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is DomainException or BadHttpRequestException && !context.Response.HasStarted)
        {
            context.Response.StatusCode = e is DomainException rule ? rule.Status : ((BadHttpRequestException)e).StatusCode;
            context.Response.ContentType = null;
            context.Response.ContentLength = null;
        }

        if (!context.Response.HasStarted && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            context.Request.Method = HttpMethods.Get;
        }
    }

    public static void MapUiKit(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPost("/theme", ChooseTheme).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorComponents<App>();
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/ui-gallery", IResult () => new RazorComponentResult<GalleryDocument>()).AllowAnonymous().ExcludeFromDescription();
            app.MapGet(
                    "/ui-gallery/{screen}",
                    IResult (string screen) => new RazorComponentResult<GalleryDocument>(new { Screen = screen })
                )
                .AllowAnonymous()
                .ExcludeFromDescription();
        }
    }

    /// <summary>The theme of this browser, signed in or not; a profile's theme applies where no choice was made.</summary>
    private static RedirectHttpResult ChooseTheme(HttpContext context, [FromForm] string? theme, [FromForm] string? returnTo)
    {
        context.Response.Cookies.Append(
            Viewer.ThemeCookie,
            Viewer.ParseTheme(theme),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                HttpOnly = true,
                IsEssential = true,
            }
        );
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnTo));
    }
}
