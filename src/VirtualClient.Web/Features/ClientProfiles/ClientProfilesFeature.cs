using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>The clients themselves: built-in ones and those that teachers author.</summary>
internal static class ClientProfilesFeature
{
    public static void AddClientProfiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BuiltInSeed>();
        builder.Services.AddScoped<ListClients>();
        builder.Services.AddScoped<CopyTemplate>();
    }

    public static void MapClientProfiles(this IEndpointRouteBuilder app)
    {
        app.MapApi("/vocabulary").WithTags("vocabulary").MapGet("", () => Vocabulary);

        app.MapApi("/models", Policies.Staff)
            .WithTags("vocabulary")
            .MapGet(
                "",
                (ModelCatalog catalog) =>
                    new
                    {
                        Routes = catalog.Routes.Select(route => new
                        {
                            route.Name,
                            route.Provider,
                            route.Model,
                        }),
                        Prices = catalog.Prices,
                        Default = catalog.Default?.Name ?? "built-in",
                    }
            );

        var clients = app.MapApi("/clients", Policies.Teacher).WithTags("clients");
        clients.MapGet(
            "",
            (CurrentUser user, int? limit, string? after, ListClients list, CancellationToken ct) => list.OwnAsync(user, limit, after, ct)
        );
        clients.MapGet("/templates", (ListClients list, CancellationToken ct) => list.TemplatesAsync(ct));
        clients.MapGet("/{id:guid}", (Guid id, CurrentUser user, ListClients list, CancellationToken ct) => list.OneAsync(user, id, ct));
        clients.MapPost(
            "/from-template",
            async (CopyTemplateInput input, CurrentUser user, CopyTemplate copy, CancellationToken ct) =>
            {
                var made = await copy.HandleAsync(user, input, ct);
                return TypedResults.Created($"/api/v1/clients/{made.Id}", made);
            }
        );
    }

    private static readonly object Vocabulary = new
    {
        Issues = Enum.GetValues<Issue>(),
        Traits = Enum.GetValues<Trait>(),
        Styles = Enum.GetValues<CommunicationStyle>(),
        Genders = new[] { "Female", "Male", "Non-binary", "Other", "Prefer not to say" },
        Races = new[]
        {
            "White",
            "Black/African American",
            "Hispanic/Latino",
            "Asian",
            "Native American",
            "Pacific Islander",
            "Mixed",
            "Other",
        },
        SocioeconomicStatuses = new[] { "Low income", "Working class", "Middle class", "Upper middle class", "Wealthy" },
        Difficulties = Enum.GetValues<Difficulty>(),
        KindsOfInterview = Enum.GetValues<InterviewKind>(),
        TrustBuilders = Enum.GetValues<TrustBuilder>(),
        Stances = Enum.GetValues<Stance>(),
        Labels = Enum.GetValues<LabelCode>(),
    };
}
