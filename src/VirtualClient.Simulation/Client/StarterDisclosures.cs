using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace VirtualClient.Simulation.Client;

/// <summary>
/// Three things to tell for each issue, for a client who has been given only the basic fields. They fit anybody and are meant to be
/// edited: what makes a client a person is what the teacher changes in them. One file per issue under <c>Client/Starters</c>, named by
/// its code. Read once, on first use; thread-safe.
/// </summary>
public static class StarterDisclosures
{
    private static readonly FrozenDictionary<Issue, IReadOnlyList<Disclosure>> ByIssue = Load(typeof(StarterDisclosures).Assembly);

    /// <summary>The starters of an issue, at levels 1.5, 2.5 and 3.5. Ids are unique across all issues.</summary>
    /// <exception cref="TypeInitializationException">A file is missing or is not a list of disclosures; the inner exception names it.</exception>
    public static IReadOnlyList<Disclosure> For(Issue issue) => ByIssue[issue];

    private static FrozenDictionary<Issue, IReadOnlyList<Disclosure>> Load(Assembly assembly) =>
        Enum.GetValues<Issue>().ToFrozenDictionary(issue => issue, IReadOnlyList<Disclosure> (issue) => Read(assembly, issue));

    private static Disclosure[] Read(Assembly assembly, Issue issue)
    {
        var ending = $".Client.Starters.{Codes.Of(issue)}.json";
        var resource =
            assembly.GetManifestResourceNames().SingleOrDefault(name => name.EndsWith(ending, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"There are no starter disclosures for {Codes.Of(issue)}.");
        using var stream = assembly.GetManifestResourceStream(resource)!;
        try
        {
            return JsonSerializer.Deserialize<Disclosure[]>(stream, SimulationJson.Options)
                ?? throw new InvalidDataException($"{resource} holds no disclosures.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{resource} does not hold disclosures: {e.Message}", e);
        }
    }
}
