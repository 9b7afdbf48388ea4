using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Interviewers;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>What is to be said about the fields in the editor, by the names of the fields.</summary>
/// <param name="Errors">What not even a draft may have.</param>
/// <param name="Open">What has to be mended before the client can be published.</param>
/// <param name="Warnings">What is allowed and most likely not meant.</param>
public sealed record FieldNotes(
    IReadOnlyDictionary<string, string[]> Errors,
    IReadOnlyDictionary<string, string[]> Open,
    IReadOnlyDictionary<string, string[]> Warnings
)
{
    internal static FieldNotes Of(ReadPersona read)
    {
        var nothing = new Dictionary<string, string[]>();
        if (read.Persona is not { } persona)
        {
            return new FieldNotes(read.Errors, nothing, nothing);
        }

        var json = JsonSerializer.SerializeToNode(persona, SimulationJson.Options)!.AsObject();
        var open = EditorReader.ByFieldOfForm(PersonaReader.ByField(PersonaRules.Check(persona)), json);
        return new FieldNotes(
            read.Errors,
            open.Where(pair => !read.Errors.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value),
            read.Errors.Count > 0 ? nothing : EditorReader.ByFieldOfForm(PersonaReader.ByField(ClientWarnings.For(persona)), json)
        );
    }
}

/// <summary>A value that two tabs have differently.</summary>
public sealed record FieldDifference(string Field, string Label, string Here, string There);

/// <summary>Everything the editor shows.</summary>
public sealed record EditorView
{
    public required TeacherClient Client { get; init; }

    public required EditorFields Fields { get; init; }

    public required FieldNotes Notes { get; init; }

    /// <summary>The version and the draft's revision that a save is based on.</summary>
    public required int Version { get; init; }

    public required int Revision { get; init; }

    /// <summary>When the draft was saved; null: what is shown is the saved version.</summary>
    public DateTimeOffset? DraftSavedAt { get; init; }

    /// <summary>The persona in the fields, or the stored one where the fields cannot be read.</summary>
    public required Persona Persona { get; init; }

    /// <summary>Filled when somebody saved something else in the meantime.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; init; } = [];

    /// <summary>What students meet stays as it was until a new version is saved.</summary>
    public bool IsPublished => Client.Status == "published";

    public string Text(string name) => Fields[name];

    /// <summary>The id of a field on the page.</summary>
    public static string IdOf(string name) =>
        "f-"
        + name.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').Replace('.', '-').Replace("]", "", StringComparison.Ordinal);

    public string? ErrorOf(string name) => Notes.Errors.TryGetValue(name, out var errors) ? string.Join(" ", errors) : null;

    /// <summary>What is open or most likely not meant at a field, in a sentence.</summary>
    public string? NoteOf(string name)
    {
        string[] all = [.. Notes.Open.GetValueOrDefault(name) ?? [], .. Notes.Warnings.GetValueOrDefault(name) ?? []];
        return all.Length == 0 ? null : string.Join(" ", all);
    }

    public static IReadOnlyList<FieldDifference> Between(EditorFields here, EditorFields there) =>
        [
            .. here.DifferentFrom(there)
                .Where(name => !name.EndsWith("].id", StringComparison.Ordinal))
                .Select(name => new FieldDifference(
                    name,
                    FieldWords.Of(name),
                    string.Join(", ", here.All(name)),
                    string.Join(", ", there.All(name))
                )),
        ];
}
