using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>A rubric as a file: format, version, rubric. What is exported can be imported, here or elsewhere.</summary>
internal static class RubricFile
{
    public const string Format = "virtual-client/rubric";

    /// <summary>Goes up when a file of the older form can no longer be read as it is.</summary>
    public const int Version = 1;

    public const int MaxBytes = 2 * 1024 * 1024;

    private const string Inside = "rubric";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private sealed record Written(string Format, int FormatVersion, string ExportedAt, RubricDefinition Rubric);

    private sealed class Read
    {
        public string? Format { get; set; }

        public int? FormatVersion { get; set; }

        public string? ExportedAt { get; set; }

        public RubricInput? Rubric { get; set; }
    }

    public static byte[] Write(RubricDefinition rubric, DateTimeOffset now) =>
        JsonSerializer.SerializeToUtf8Bytes(new Written(Format, Version, now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), rubric), Json);

    /// <summary>Reads a file and holds it against the rules.</summary>
    /// <exception cref="DomainException">422 with every place that is wrong, by line and field.</exception>
    public static RubricInput Parse(ReadOnlySpan<byte> bytes)
    {
        // A byte order mark is what some editors put in front.
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        Read? file;
        try
        {
            file = JsonSerializer.Deserialize<Read>(bytes, Json);
        }
        catch (JsonException e)
        {
            throw Bad([new FilePlace((e.LineNumber ?? 0) + 1, FieldOf(e.Path), Explain(e))]);
        }

        var lines = FileLines.Of(bytes);
        if (Envelope(file) is { } wrong)
        {
            throw Bad([wrong with { Line = lines.At(wrong.Field) }]);
        }

        var places = RubricRules
            .Check(file!.Rubric!.ToDefinition())
            .Select(f => new FilePlace(lines.At($"{Inside}.{f.Field}"), f.Field, f.Sentence))
            .OrderBy(place => place.Line)
            .ToList();
        return places.Count == 0 ? file.Rubric : throw Bad(places);
    }

    private static FilePlace? Envelope(Read? file) =>
        file?.Format != Format ? new(0, "format", $"This is not a rubric that was exported: \"format\" has to be \"{Format}\".")
        : file.FormatVersion is not { } version ? new(0, "formatVersion", "The version of the format is missing.")
        : version != Version
            ? new(0, "formatVersion", $"This file is of version {version} of the format; this program reads version {Version}.")
        : file.Rubric is null ? new(0, Inside, "There is no rubric in this file.")
        : null;

    /// <summary>"$.rubric.criteria[0].weight" is "criteria[0].weight".</summary>
    private static string FieldOf(string? path)
    {
        var field = (path ?? "").TrimStart('$').TrimStart('.');
        return field.StartsWith(Inside + ".", StringComparison.Ordinal) ? field[(Inside.Length + 1)..] : field;
    }

    private static string Explain(JsonException e) =>
        e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? "A rubric has no such field."
        : e.Message.Contains("duplicate", StringComparison.OrdinalIgnoreCase) ? "This name stands twice in the same object."
        : e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase) ? "Nested deeper than any rubric is."
        : e.Message.Contains("could not be converted", StringComparison.Ordinal) ? "This is a value of another kind than belongs here."
        : "The JSON cannot be read here. Look for a missing comma, quote or bracket.";

    private static DomainException Bad(List<FilePlace> places) =>
        new(
            "bad-file",
            places is [var only]
                ? $"Line {only.Line}{(only.Field.Length == 0 ? "" : ", " + only.Field)}: {only.Sentence}"
                : $"{places.Count} places in this file need another look.",
            StatusCodes.Status422UnprocessableEntity
        )
        {
            Details = new Dictionary<string, object?>
            {
                ["places"] = places,
                ["errors"] = places.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Sentence).ToArray()),
            },
        };
}
