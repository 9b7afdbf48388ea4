using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>A client as students see it: never disclosures, traits, hidden issues or state.</summary>
public sealed record StudentClient(
    Guid Id,
    string Name,
    int Age,
    string? Pronouns,
    string Setting,
    string Summary,
    IReadOnlyList<Issue> Issues,
    Difficulty Difficulty,
    InterviewKind KindOfInterview,
    string? ContentNote,
    bool StartHere,
    string ReviewedBy,
    Guid? ActiveConversationId
)
{
    public static StudentClient Of(ClientProfile profile, Guid? activeConversationId)
    {
        var persona = profile.Persona;
        return new StudentClient(
            profile.Id,
            persona.Name,
            persona.Age,
            persona.Pronouns,
            persona.Setting,
            persona.Summary,
            [.. persona.Issues.Except(persona.HiddenIssues)],
            persona.Difficulty,
            persona.KindOfInterview,
            persona.ContentNote,
            persona.StartHere,
            persona.ReviewedBy,
            activeConversationId
        );
    }
}

/// <summary>A client as teachers see it, the whole persona under <c>persona</c>.</summary>
/// <param name="Shared">Colleagues see it and may copy it.</param>
/// <param name="Mine">Whether whoever asks may change it.</param>
/// <param name="Confirmed">Its teacher has said that it is not a real person's story or record.</param>
public sealed record TeacherClient(
    Guid Id,
    string Name,
    int Age,
    string Setting,
    string Summary,
    IReadOnlyList<Issue> Issues,
    Difficulty Difficulty,
    string Status,
    bool BuiltIn,
    bool Mine,
    bool Shared,
    bool Confirmed,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    JsonNode Persona
)
{
    public static TeacherClient Of(ClientProfile profile, CurrentUser user) =>
        new(
            profile.Id,
            profile.Name,
            profile.Persona.Age,
            profile.Persona.Setting,
            profile.Persona.Summary,
            profile.Persona.Issues,
            profile.Difficulty,
            profile.Status.ToString().ToLowerInvariant(),
            profile.OwnerId is null,
            profile.OwnerId == user.Id,
            profile.IsShared,
            profile.ConfirmedAt is not null,
            profile.Version,
            profile.CreatedAt,
            profile.UpdatedAt,
            JsonSerializer.SerializeToNode(profile.Persona, SimulationJson.Options)!
        );
}
