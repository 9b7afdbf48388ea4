using Microsoft.AspNetCore.Mvc;
using VirtualClient.Web.Components;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Settings;

/// <summary>Settings for everybody, of this server, and how long words are kept.</summary>
internal static class SettingsFeature
{
    private const string Page = "/admin/settings";

    public static void AddSettingsPage(this IServiceCollection services)
    {
        services.AddScoped<ChangeInstallation>();
        services.AddScoped<CountOldWords>();
        services.AddSingleton<ListSettings>();
        services.AddSingleton<StopModel>();
        services.AddSingleton<RemoveOldWords>();
        services.AddHostedService(provider => provider.GetRequiredService<RemoveOldWords>());
        services.AddSingleton(new NavEntry(Roles.Admin, 40, "Settings", Page, "cog"));
    }

    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        var admin = app.MapApi("/admin", Policies.Admin).WithTags("admin");
        admin
            .MapGet("/installation", (ChangeInstallation change, CancellationToken ct) => change.ReadAsync(ct))
            .WithSummary("The notice on every page, whether people may join, and how long words are kept");
        admin
            .MapPut(
                "/installation",
                (ChangeInstallationInput input, CurrentUser user, ChangeInstallation change, CancellationToken ct) =>
                    change.HandleAsync(user, input, ct)
            )
            .WithSummary("Change the notice on every page, who may join, and how long words are kept");
        admin
            .MapGet(
                "/installation/old-words",
                async (int days, CountOldWords count, CancellationToken ct) => new OldWords(days, await count.HandleAsync(days, ct))
            )
            .WithSummary("How many conversations would lose their words if these were kept for so many days");
        admin
            .MapGet("/settings", (ListSettings list) => new KeysetPage<SettingView>(list.All(), null))
            .WithSummary("Every setting with its value and where that comes from, without secrets");
        var forms = app.MapGroup(Page).RequireAuthorization(Policies.Admin).WithAntiforgeryForCookies().ExcludeFromDescription();
        forms.MapPost("/save", SaveAsync);
        forms.MapPost("/preview", PreviewAsync);
        forms.MapPost("/model", StopAsync);
    }

    private static Task<IResult> SaveAsync(
        [FromForm] int version,
        [FromForm] string? banner,
        [FromForm] bool? closed,
        [FromForm] string? days,
        CurrentUser user,
        ChangeInstallation change,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page,
            async () =>
            {
                var input = new ChangeInstallationInput
                {
                    Version = version,
                    Banner = banner,
                    RegistrationClosed = closed ?? false,
                    KeepWordsDays = Days(days),
                };
                await change.HandleAsync(user, SectionForms.Checked(input), cancellationToken);
                return (Page, "Saved. Other servers follow within ten seconds.");
            }
        );

    /// <summary>Counts and changes nothing.</summary>
    private static async Task<IResult> PreviewAsync(
        [FromForm] string? days,
        CountOldWords count,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (Days(days) is not (>= 30 and <= 36_500 and var asked))
        {
            messages.Set(context, Tone.Bad, "Words are kept for at least 30 days.");
        }
        else
        {
            var conversations = await count.HandleAsync(asked, cancellationToken);
            messages.Set(
                context,
                Tone.Info,
                $"With {asked} days it would be {Moment.Count(conversations, "conversation")} tonight. Nothing was saved or removed."
            );
        }

        return TypedResults.LocalRedirect(Page);
    }

    /// <summary>An empty field: for good. What is no number is refused like one that is too small.</summary>
    private static int? Days(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, out var days) ? days
        : 0;

    private static Task<IResult> StopAsync(
        [FromForm] string? model,
        [FromForm] string? reason,
        [FromForm] bool? on,
        CurrentUser user,
        StopModel stop,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SectionForms.TryAsync(
            context,
            Page,
            async () =>
            {
                var input = SectionForms.Checked(new SwitchRouteInput { Reason = reason });
                await stop.HandleAsync(user, model ?? "", on == true, input, cancellationToken);
                return (Page, on == true ? $"{model} is called again." : $"{model} is stopped.");
            }
        );
}
