using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;

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
public sealed record TeacherClient(
    Guid Id,
    string Name,
    int Age,
    string Setting,
    string Summary,
    Difficulty Difficulty,
    string Status,
    bool BuiltIn,
    int Version,
    DateTimeOffset UpdatedAt,
    JsonNode Persona
)
{
    public static TeacherClient Of(ClientProfile profile) =>
        new(
            profile.Id,
            profile.Name,
            profile.Persona.Age,
            profile.Persona.Setting,
            profile.Persona.Summary,
            profile.Difficulty,
            profile.Status.ToString().ToLowerInvariant(),
            profile.OwnerId is null,
            profile.Version,
            profile.UpdatedAt,
            JsonSerializer.SerializeToNode(profile.Persona, SimulationJson.Options)!
        );
}
