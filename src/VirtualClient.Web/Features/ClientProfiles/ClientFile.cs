using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>A place in a file that cannot be taken as it is.</summary>
/// <param name="Line">From 1; 0 when the line is not known.</param>
public sealed record FilePlace(long Line, string Field, string Sentence);

/// <summary>A client as a file: format, version, persona.</summary>
internal static class ClientFile
{
    public const string Format = "virtual-client/client";

    /// <summary>Goes up when a file of the older form can no longer be read as it is.</summary>
    public const int Version = 1;

    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>A persona is five levels deep.</summary>
    private const int Deepest = 16;

    private static readonly JsonSerializerOptions Readable = new(SimulationJson.Options) { WriteIndented = true };

    public static string Write(Persona persona, DateTimeOffset now) =>
        new JsonObject
        {
            ["format"] = Format,
            ["formatVersion"] = Version,
            ["exportedAt"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["client"] = JsonSerializer.SerializeToNode(persona, SimulationJson.Options),
        }.ToJsonString(Readable);

    /// <summary>The persona in a file, or every place that is wrong with it.</summary>
    public static (Persona? Persona, IReadOnlyList<FilePlace> Places) Read(ReadOnlySpan<byte> bytes)
    {
        // A byte order mark is what some editors put in front.
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(bytes, null, new() { MaxDepth = Deepest, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            return (null, [e.LineNumber is { } at ? new(at + 1, "", Unreadable(e)) : Twice(FileLines.Of(bytes))]);
        }

        var lines = FileLines.Of(bytes);
        return Envelope(json) is { } wrong
            ? (null, [wrong with { Line = lines.At(wrong.Field) }])
            : Client(json!["client"]!.AsObject(), lines);
    }

    private static (Persona?, IReadOnlyList<FilePlace>) Client(JsonObject client, FileLines lines)
    {
        var read = PersonaReader.Read(client);
        var places = read.Errors.SelectMany(error =>
            error.Value.Select(sentence => new FilePlace(lines.At("client." + error.Key), error.Key, sentence))
        );
        return read.Errors.Count == 0 ? (read.Persona, []) : (null, [.. places.OrderBy(place => place.Line)]);
    }

    private static FilePlace? Envelope(JsonNode? json) =>
        json is not JsonObject file ? new(1, "", "This is not a client that was exported: a file holds one JSON object.")
        : Text(file["format"]) != Format ? new(0, "format", $"This is not a client that was exported: \"format\" has to be \"{Format}\".")
        : Number(file["formatVersion"]) is not { } version ? new(0, "formatVersion", "The version of the format is missing.")
        : version != Version
            ? new(0, "formatVersion", $"This file is of version {version} of the format; this program reads version {Version}.")
        : file["client"] is not JsonObject ? new(0, "client", "There is no client in this file.")
        : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static FilePlace Twice(FileLines lines) =>
        new(lines.Twice?.Line ?? 1, lines.Twice?.Path ?? "", "This name stands twice in the same object.");

    private static string Unreadable(JsonException e) =>
        e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
            ? $"Nested more than {Deepest} levels deep; no client is."
            : "The JSON cannot be read here. Look for a missing comma, quote or bracket.";
}
