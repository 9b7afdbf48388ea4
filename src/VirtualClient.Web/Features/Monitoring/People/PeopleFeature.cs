using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.People;

/// <summary>Accounts and the audit log: routes of the API and the forms of the pages.</summary>
internal static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<ListUsers>();
        services.AddScoped<ChangeUser>();
        services.AddScoped<RemoveUser>();
        services.AddScoped<InviteUser>();
        services.AddScoped<ReadAudit>();
        services.AddSingleton(new NavEntry(Roles.Admin, 30, "People", "/admin/people", "people"));
    }

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var admin = app.MapApi("/admin", Policies.Admin).WithTags("admin");
        admin
            .MapGet(
                "/users",
                (string? search, string? role, int? limit, string? after, ListUsers list, CancellationToken ct) =>
                    list.HandleAsync(search, role, limit, after, ct)
            )
            .WithSummary("The accounts of the installation, for admins");
        admin
            .MapPost(
                "/users",
                async (InviteUserInput input, CurrentUser user, InviteUser invite, CancellationToken ct) =>
                {
                    var invited = await invite.HandleAsync(user, input, ct);
                    return TypedResults.Created($"/api/v1/admin/users/{invited.Id}", invited);
                }
            )
            .WithSummary("Invite a person; the answer holds the link with which they complete the account");
        admin
            .MapGet("/users/{id:guid}", (Guid id, ListUsers list, CancellationToken ct) => list.OneAsync(id, ct))
            .WithSummary("One account, for admins");
        admin
            .MapPatch(
                "/users/{id:guid}",
                async (Guid id, ChangeUserInput input, CurrentUser user, ChangeUser change, ListUsers list, CancellationToken ct) =>
                {
                    await change.HandleAsync(user, id, input, ct);
                    return await list.OneAsync(id, ct);
                }
            )
            .WithSummary("Change an account's name, email or roles, or lock it");
        admin
            .MapPost(
                "/users/{id:guid}/sign-out",
                async (Guid id, CurrentUser user, ChangeUser change, CancellationToken ct) =>
                {
                    await change.SignOutAsync(user, id, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithSummary("Sign a person out everywhere");
        admin
            .MapPost(
                "/users/{id:guid}/remove",
                (Guid id, RemoveUserInput input, CurrentUser user, RemoveUser remove, CancellationToken ct) =>
                    remove.HandleAsync(user, id, input, ct)
            )
            .WithSummary("Remove a student: practice goes, attempts lose their words, the account its name");
        admin
            .MapGet(
                "/audit",
                (
                    string? search,
                    DateTimeOffset? from,
                    DateTimeOffset? to,
                    int? limit,
                    string? after,
                    ReadAudit read,
                    CancellationToken ct
                ) => read.HandleAsync(new AuditFilter(search, from, to), limit, after, ct)
            )
            .WithSummary("Who did what and when, newest first, for admins");
        admin
            .MapGet(
                "/audit.csv",
                async (string? search, DateTimeOffset? from, DateTimeOffset? to, ReadAudit read, CancellationToken ct) =>
                    TypedResults.File(await read.ToCsvAsync(new AuditFilter(search, from, to), ct), CsvFile.ContentType, "audit-log.csv")
            )
            .WithSummary("Who did what and when, as a spreadsheet file")
            .Produces<string>(StatusCodes.Status200OK, CsvFile.ContentType);
        var forms = app.MapGroup("/admin/people").RequireAuthorization(Policies.Admin).WithAntiforgeryForCookies().ExcludeFromDescription();
        forms.MapPost("/invite", InviteAsync);
        forms.MapPost("/{id:guid}/change", ChangeAsync);
        forms.MapPost("/{id:guid}/lock", LockAsync);
        forms.MapPost("/{id:guid}/sign-out", SignOutAsync);
        forms.MapPost("/{id:guid}/remove", RemoveAsync);
    }

    private static Task<IResult> InviteAsync(
        [FromForm] string? email,
        [FromForm] string? name,
        [FromForm] string? role,
        CurrentUser user,
        InviteUser invite,
        KeptText kept,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            "/admin/people",
            async () =>
            {
                var input = new InviteUserInput
                {
                    Email = email,
                    Name = name,
                    Role = role,
                };
                var invited = await invite.HandleAsync(user, SectionForms.Checked(input), cancellationToken);
                kept.Keep(context, invited.Invitation);
                return ("/admin/people", $"{invited.Email} is invited.");
            }
        );

    private static Task<IResult> ChangeAsync(
        Guid id,
        [FromForm] string? version,
        [FromForm] string? name,
        [FromForm] string? email,
        IFormCollection form,
        CurrentUser user,
        ChangeUser change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/admin/people/{id}",
            async () =>
            {
                var input = new ChangeUserInput
                {
                    Version = version,
                    Name = name,
                    Email = email,
                    Roles = [.. form["roles"].OfType<string>()],
                };
                await change.HandleAsync(user, id, SectionForms.Checked(input), cancellationToken);
                return ($"/admin/people/{id}", "Saved.");
            }
        );

    private static Task<IResult> LockAsync(
        Guid id,
        [FromForm] string? version,
        [FromForm] bool? locked,
        CurrentUser user,
        ChangeUser change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/admin/people/{id}",
            async () =>
            {
                var input = SectionForms.Checked(new ChangeUserInput { Version = version, Locked = locked ?? false });
                await change.HandleAsync(user, id, input, cancellationToken);
                return ($"/admin/people/{id}", locked == true ? "The account is locked." : "The account is unlocked.");
            }
        );

    private static Task<IResult> RemoveAsync(
        Guid id,
        [FromForm] string? version,
        [FromForm] string? email,
        [FromForm] string? reason,
        CurrentUser user,
        RemoveUser remove,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/admin/people/{id}",
            async () =>
            {
                var input = SectionForms.Checked(
                    new RemoveUserInput
                    {
                        Version = version,
                        Email = email,
                        Reason = reason,
                    }
                );
                var receipt = await remove.HandleAsync(user, id, input, cancellationToken);
                return (
                    $"/admin/people/{id}",
                    $"Removed: {Moment.Count(receipt.Practice, "practice conversation")} gone, {Moment.Count(receipt.Attempts, "attempt")} without words. {string.Join(" ", receipt.Kept.Select(k => "Kept: " + k))}"
                );
            }
        );

    private static Task<IResult> SignOutAsync(
        Guid id,
        CurrentUser user,
        ChangeUser change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            $"/admin/people/{id}",
            async () =>
            {
                await change.SignOutAsync(user, id, cancellationToken);
                return ($"/admin/people/{id}", "Signed out everywhere. Browsers notice within a minute.");
            }
        );
}
