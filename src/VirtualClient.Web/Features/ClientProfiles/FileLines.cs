using System.Text.Json;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>In which line of a JSON text each value stands, by its path ("client.disclosures[2].level").</summary>
internal sealed class FileLines
{
    private readonly Dictionary<string, long> lines = new(StringComparer.Ordinal);

    private FileLines() { }

    /// <summary>The first value that stands under a name a second time, and its line.</summary>
    public (string Path, long Line)? Twice { get; private set; }

    /// <summary>The line of a path, or of the nearest thing around it.</summary>
    public long At(string path)
    {
        while (!lines.ContainsKey(path) && path.Length > 0)
        {
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return lines.GetValueOrDefault(path, 1);
    }

    /// <param name="bytes">JSON that can be read.</param>
    public static FileLines Of(ReadOnlySpan<byte> bytes)
    {
        var found = new FileLines();
        var reader = new Utf8JsonReader(bytes);
        var places = new Stack<(string Path, int Index)>();
        var (line, counted, name) = (1L, 0, "");
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    places.Pop();
                    continue;
            }

            var path = Next(places, name);
            if (!found.lines.TryAdd(path, line))
            {
                found.Twice ??= (path, line);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                places.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        return found;
    }

    private static string Next(Stack<(string Path, int Index)> places, string name)
    {
        if (!places.TryPop(out var place))
        {
            return "";
        }

        places.Push(place.Index < 0 ? place : (place.Path, place.Index + 1));
        return place.Index >= 0 ? $"{place.Path}[{place.Index}]"
            : place.Path.Length == 0 ? name
            : $"{place.Path}.{name}";
    }
}
