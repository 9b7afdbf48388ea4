using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure;

/// <summary>Who is asking. Queries start from this; "not yours" must look like "not there".</summary>
public sealed record CurrentUser(Guid Id, string Name, bool IsStudent, bool IsTeacher, bool IsAdmin)
{
    /// <summary>Reads the signed-in principal. A principal without an id is a bug: call only behind a policy.</summary>
    public static CurrentUser Of(ClaimsPrincipal principal) =>
        new(
            Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            principal.FindFirstValue(AppClaims.DisplayName) ?? principal.Identity?.Name ?? "",
            principal.IsInRole(Roles.Student),
            principal.IsInRole(Roles.Teacher),
            principal.IsInRole(Roles.Admin)
        );

    /// <summary>Money and tokens are for teachers and admins.</summary>
    public bool SeesCost => IsTeacher || IsAdmin;

    /// <summary>Binds a handler's parameter from the request.</summary>
    public static ValueTask<CurrentUser?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<CurrentUser?>(context.User.Identity?.IsAuthenticated == true ? Of(context.User) : null);
}

/// <summary>Claims of our own, set at sign-in and read by the shell without a query.</summary>
public static class AppClaims
{
    public const string DisplayName = "vc:name";
    public const string TimeZone = "vc:zone";
    public const string Theme = "vc:theme";
    public const string DeliverWhole = "vc:whole";
    public const string HideClock = "vc:hide-clock";
}

/// <summary>Puts the profile into the cookie.</summary>
internal sealed class AppClaimsFactory(
    UserManager<AppUser> users,
    RoleManager<IdentityRole<Guid>> roles,
    Microsoft.Extensions.Options.IOptions<IdentityOptions> options
) : UserClaimsPrincipalFactory<AppUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(AppClaims.DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(AppClaims.Theme, user.Theme.ToString().ToLowerInvariant()));
        if (user.TimeZone is { Length: > 0 } zone)
        {
            identity.AddClaim(new Claim(AppClaims.TimeZone, zone));
        }

        if (user.DeliverWhole)
        {
            identity.AddClaim(new Claim(AppClaims.DeliverWhole, "1"));
        }

        if (user.HideClock)
        {
            identity.AddClaim(new Claim(AppClaims.HideClock, "1"));
        }

        return identity;
    }
}

/// <summary>Names of the authorization policies; every route group carries one.</summary>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string Student = "student";
    public const string Teacher = "teacher";
    public const string Admin = "admin";

    /// <summary>Teachers and admins: prices, models, prompts.</summary>
    public const string Staff = "staff";

    public static void AddPolicies(this IServiceCollection services) =>
        services
            .AddAuthorizationBuilder()
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Student, policy => policy.RequireRole(Roles.Student))
            .AddPolicy(Teacher, policy => policy.RequireRole(Roles.Teacher))
            .AddPolicy(Admin, policy => policy.RequireRole(Roles.Admin))
            .AddPolicy(Staff, policy => policy.RequireRole(Roles.Teacher, Roles.Admin))
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
}
