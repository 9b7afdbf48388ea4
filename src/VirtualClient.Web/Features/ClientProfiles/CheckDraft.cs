using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>What is to be said about a client that has not been saved.</summary>
/// <param name="Errors">What not even a draft may have, by field.</param>
/// <param name="Open">What has to be mended before it can be published, by field.</param>
/// <param name="Warnings">What is allowed and most likely not meant.</param>
public sealed record DraftCheck(
    IReadOnlyDictionary<string, string[]> Errors,
    IReadOnlyDictionary<string, string[]> Open,
    IReadOnlyList<PersonaFault> Warnings
)
{
    public static DraftCheck Of(ReadPersona read)
    {
        if (read.Persona is not { } persona)
        {
            return new DraftCheck(read.Errors, new Dictionary<string, string[]>(), []);
        }

        var open = PersonaReader
            .ByField(PersonaRules.Check(persona))
            .Where(fault => !read.Errors.ContainsKey(fault.Key))
            .ToDictionary(fault => fault.Key, fault => fault.Value);
        return new DraftCheck(read.Errors, open, read.Errors.Count == 0 ? ClientWarnings.For(persona) : []);
    }
}
