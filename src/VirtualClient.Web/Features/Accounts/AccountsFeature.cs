using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Accounts;

/// <summary>Who people are: sign-in by cookie for browsers and by bearer token for scripts, profile, first admin.</summary>
internal static class AccountsFeature
{
    private const string CookieOrBearer = "cookie-or-bearer";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddAuthentication(CookieOrBearer)
            .AddPolicyScheme(
                CookieOrBearer,
                null,
                scheme =>
                    scheme.ForwardDefaultSelector = context =>
                        BearerRequest.Is(context) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme
            )
            .AddBearerToken(
                IdentityConstants.BearerScheme,
                token =>
                {
                    token.BearerTokenExpiration = TokenLifetime.Access;
                    token.RefreshTokenExpiration = TokenLifetime.Refresh;
                }
            )
            .AddIdentityCookies(cookies =>
                cookies.ApplicationCookie!.Configure(cookie =>
                {
                    cookie.Cookie.Name = "vc-session";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = builder.Environment.IsProduction()
                        ? CookieSecurePolicy.Always
                        : CookieSecurePolicy.SameAsRequest;
                    cookie.LoginPath = "/sign-in";
                    cookie.AccessDeniedPath = "/not-there";
                    cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
                    cookie.SlidingExpiration = true;
                    cookie.Events.OnRedirectToLogin = context => AnswerOrRedirect(context, 401);
                    cookie.Events.OnRedirectToAccessDenied = context => AnswerOrRedirect(context, 403);
                })
            );
        services
            .AddIdentityCore<AppUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // The name is the address, and what an address may be is checked as such: O'Brien and Zoë sign in too.
                identity.User.AllowedUserNameCharacters = "";
                identity.Password.RequiredLength = 10;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireDigit = false;
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AppClaimsFactory>();
        // "Sign out everywhere" reaches every browser within a minute.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddPolicies();
        services.AddSingleton<AccountStamps>();
        services.AddScoped<SignIn>();
        services.AddScoped<IssueTokens>();
        services.AddScoped<UpdateProfile>();
        services.AddScoped<SignOutEverywhere>();
        services.AddScoped<CreateFirstAdmin>();
        services.AddSingleton<InvitationLinks>();
        services.AddScoped<InviteAccounts>();
        services.AddScoped<AcceptInvitation>();
        services.AddSingleton<FirstAdminCode>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var tokens = app.MapGroup("/api/v1/accounts")
            .AllowAnonymous()
            .RequireRateLimiting(SignInLimits.Policy)
            .WithTags("accounts")
            .WithValidation();
        tokens
            .MapPost("/tokens", (TokensInput input, IssueTokens issue, CancellationToken ct) => issue.HandleAsync(input, ct))
            .WithSummary("Sign in with email and password and get the tokens that a program needs")
            .Produces<Tokens>();
        tokens
            .MapPost("/tokens/refresh", (RefreshInput input, IssueTokens issue) => issue.RefreshAsync(input))
            .WithSummary("Get new tokens for a refresh token, without the password")
            .Produces<Tokens>();

        var me = app.MapApi("/me").WithTags("me");
        me.MapGet(
                "",
                async (CurrentUser user, AppDbContext db, CancellationToken ct) =>
                    Me.Of(user, await db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id, ct))
            )
            .WithSummary("Who is signed in, with roles and preferences");
        me.MapPatch(
                "",
                (CurrentUser user, ProfileInput input, UpdateProfile update, CancellationToken ct) => update.HandleAsync(user, input, ct)
            )
            .WithSummary("Change one's own time zone, theme and way of reading replies")
            .Produces<Me>();

        var pages = app.MapGroup("/accounts").WithAntiforgeryForCookies().ExcludeFromDescription();
        pages.MapPost("/sign-in", SignInForm.PostAsync).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy);
        pages.MapPost("/demo", SignInForm.DemoAsync).AllowAnonymous();
        pages.MapPost("/first-admin", FirstAdminForm.PostAsync).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy);
        pages.MapPost("/invitation", InvitationForm.PostAsync).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy);
        var signOut = app.MapGroup("/sign-out").WithAntiforgeryForCookies().ExcludeFromDescription();
        signOut.MapPost("", SignInForm.SignOutAsync).RequireAuthorization(Policies.SignedIn);
        pages.MapPost("/sign-out-everywhere", SignInForm.SignOutEverywhereAsync).RequireAuthorization(Policies.SignedIn);
        pages.MapPost("/profile", ProfileForm.PostAsync).RequireAuthorization(Policies.SignedIn);
    }

    /// <summary>Scripts get a problem, browsers a page to sign in on.</summary>
    private static Task AnswerOrRedirect(
        RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context,
        int status
    )
    {
        if (context.HttpContext.IsApi())
        {
            return Problems.WriteAsync(context.HttpContext, AccessProblem(status));
        }

        if (status == 403)
        {
            // Not for your role looks like not there.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    public static Microsoft.AspNetCore.Mvc.ProblemDetails AccessProblem(int status) =>
        status == 401 ? Problems.Of(401, "sign-in-needed", "Sign in first.") : Problems.Of(403, "wrong-role", "Your role may not do this.");
}

internal static class TokenLifetime
{
    public static readonly TimeSpan Access = TimeSpan.FromHours(1);
    public static readonly TimeSpan Refresh = TimeSpan.FromDays(14);
}
