using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Components;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles.Editor;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>The clients themselves: built-in ones and those that teachers author.</summary>
internal static class ClientProfilesFeature
{
    public static void AddClientProfiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BuiltInSeed>();
        builder.Services.AddScoped<ListClients>();
        builder.Services.AddScoped<CreateClient>();
        builder.Services.AddScoped<CopyTemplate>();
        builder.Services.AddScoped<UpdateClient>();
        builder.Services.AddScoped<PublishClient>();
        builder.Services.AddScoped<ArchiveClient>();
        builder.Services.AddScoped<DeleteClient>();
        builder.Services.AddScoped<ReadVersions>();
        builder.Services.AddScoped<RestoreVersion>();
        builder.Services.AddScoped<ReadPrompt>();
        builder.Services.AddScoped<ExportClient>();
        builder.Services.AddScoped<ImportClient>();
        builder.Services.AddScoped<CheckClient>();
        builder.Services.AddScoped<SaveDraft>();
        builder.Services.AddScoped<SaveEdit>();
        builder.Services.AddScoped<ReadEditor>();
        builder.Services.AddSingleton(new NavEntry(Roles.Teacher, 20, "Clients", "/clients", "chat"));
    }

    public static void MapClientProfiles(this IEndpointRouteBuilder app)
    {
        app.MapApi("/vocabulary")
            .WithTags("vocabulary")
            .MapGet("", () => Vocabulary)
            .WithSummary("The words that other answers and requests use, for everybody signed in");

        app.MapApi("/models", Policies.Staff)
            .WithTags("vocabulary")
            .MapGet("", (ModelCatalog catalog) => ModelList.Of(catalog))
            .WithSummary("The models that can speak, with their prices, for teachers and admins");

        app.MapClientApi();
        app.MapClientForms();
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
