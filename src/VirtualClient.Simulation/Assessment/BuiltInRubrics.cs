using System.Reflection;
using System.Text.Json;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Assessment;

/// <summary>A rubric that comes with the product.</summary>
/// <param name="Key">Stable key, from the file's name without its number ("core-interview").</param>
public sealed record BuiltInRubric(string Key, RubricDefinition Rubric);

/// <summary>
/// The rubrics that come with the product, each one file under <c>Assessment/BuiltIn</c>, named by a two-digit place in the order and its
/// key. Read once, on first use; thread-safe.
/// </summary>
public static class BuiltInRubrics
{
    private const string Folder = ".Assessment.BuiltIn.";

    /// <summary>All built-in rubrics, ordered by the number in their file's name.</summary>
    /// <exception cref="TypeInitializationException">A file is not a rubric; its inner exception names the file.</exception>
    public static IReadOnlyList<BuiltInRubric> All { get; } =
    [
        .. typeof(BuiltInRubrics)
            .Assembly.GetManifestResourceNames()
            .Where(resource => resource.Contains(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => new BuiltInRubric(KeyOf(resource), Read(typeof(BuiltInRubrics).Assembly, resource))),
    ];

    private static string KeyOf(string resource) =>
        Path.GetFileNameWithoutExtension(resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..])[3..];

    private static RubricDefinition Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        try
        {
            return JsonSerializer.Deserialize<RubricDefinition>(stream, SimulationJson.Options)
                ?? throw new InvalidDataException($"{resource} holds no rubric.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{resource} is not a rubric: {e.Message}", e);
        }
    }
}
