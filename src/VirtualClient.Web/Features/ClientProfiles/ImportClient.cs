using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>What an import would bring, before anything is stored.</summary>
/// <param name="Open">What has to be mended before the client can be published, by field.</param>
/// <param name="Warnings">What is allowed and most likely not meant.</param>
public sealed record ImportPreview(
    string Name,
    int Age,
    string Setting,
    string Summary,
    int Disclosures,
    IReadOnlyDictionary<string, string[]> Open,
    IReadOnlyList<PersonaFault> Warnings
)
{
    public static ImportPreview Of(Persona persona) =>
        new(
            persona.Name,
            persona.Age,
            persona.Setting,
            persona.Summary,
            persona.Disclosures.Count,
            PersonaReader.ByField(PersonaRules.Check(persona)),
            ClientWarnings.For(persona)
        );
}

/// <summary>Makes a teacher's own draft from a file; the preview stores nothing.</summary>
internal sealed class ImportClient(CreateClient create)
{
    /// <exception cref="DomainException">422 with the places, each with its line and field.</exception>
    public static Persona Read(ReadOnlySpan<byte> file)
    {
        var (persona, places) = ClientFile.Read(file);
        return persona
            ?? throw new DomainException(
                "bad-file",
                places is [var only]
                    ? $"Line {only.Line}{(only.Field.Length == 0 ? "" : ", " + only.Field)}: {only.Sentence}"
                    : $"{places.Count} places in this file need another look.",
                422
            )
            {
                Details = new Dictionary<string, object?>
                {
                    ["places"] = places,
                    ["errors"] = places.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Sentence).ToArray()),
                },
            };
    }

    public Task<TeacherClient> HandleAsync(CurrentUser user, Persona persona, CancellationToken cancellationToken) =>
        create.AddAsync(user, persona, VersionKind.Imported, shared: false, cancellationToken);
}
