using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Features.Monitoring.Dashboard;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>The forms of the dashboard and of the pages about health and problems: post, redirect, get.</summary>
internal static class MonitoringForms
{
    public static void MapMonitoringForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/admin").RequireAuthorization(Policies.Admin).WithAntiforgeryForCookies().ExcludeFromDescription();
        forms.MapPost("/conversations/{id:guid}/student", ShowAsync);
        forms.MapPost("/students/{id:guid}/show", ShowPersonAsync);
        forms.MapPost("/routes/{name}/switch", SwitchAsync);
        forms.MapPost("/problems/{id:guid}/acknowledge", AcknowledgeAsync);
    }

    private static async Task<IResult> ShowAsync(
        Guid id,
        [FromForm] string? returnTo,
        CurrentUser user,
        ShowStudent show,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var shown = await show.HandleAsync(user, id, cancellationToken);
        messages.Set(context, Tone.Info, $"The conversation with {shown.ClientName} is held by {shown.Name} ({shown.Email}).");
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnTo));
    }

    private static async Task<IResult> ShowPersonAsync(
        Guid id,
        [FromForm] string? returnTo,
        CurrentUser user,
        ShowStudent show,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var shown = await show.OfSpendingAsync(user, id, cancellationToken);
        messages.Set(context, Tone.Info, $"{StudentCode.Of(id)} is {shown.Name} ({shown.Email}).");
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnTo));
    }

    private static Task<IResult> SwitchAsync(
        string name,
        [FromForm] string? reason,
        [FromForm] bool? on,
        CurrentUser user,
        SwitchRoute route,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            "/admin/health",
            async () =>
            {
                var input = SectionForms.Checked(new SwitchRouteInput { Reason = reason });
                var after =
                    on == true
                        ? await route.RestoreAsync(user, name, input, cancellationToken)
                        : await route.IsolateAsync(user, name, input, cancellationToken);
                return (
                    "/admin/health",
                    on == true
                        ? $"The route \"{after.Name}\" is called again."
                        : $"The route \"{after.Name}\" is isolated. Calls that run go on, new ones take another route."
                );
            }
        );

    private static Task<IResult> AcknowledgeAsync(
        Guid id,
        [FromForm] string? note,
        [FromForm] string? returnTo,
        CurrentUser user,
        AcknowledgeProblem acknowledge,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            LocalAddress.OrHome(returnTo),
            async () =>
            {
                var input = SectionForms.Checked(
                    new AcknowledgeProblemInput { Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim() }
                );
                var seen = await acknowledge.HandleAsync(user, id, input, cancellationToken);
                return (LocalAddress.OrHome(returnTo), $"Acknowledged: {seen.Sentence}");
            }
        );
}
