using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// A prompt file: reasons in comments are removed when it is loaded, placeholders are filled in one pass (filled-in text is never read as a
/// template), and a line whose placeholder is empty is left out.
/// </summary>
internal sealed partial class PromptFile
{
    private readonly Dictionary<string, string> bodies;

    private PromptFile(Dictionary<string, string> parts) => bodies = parts;

    public IEnumerable<string> Keys => bodies.Keys;

    /// <summary>Loads a file of a folder's Prompts by its name without ending. A file without "## key" headings is one part with the empty key.</summary>
    public static PromptFile Load(string name, string folder = "Voices")
    {
        var assembly = typeof(PromptFile).Assembly;
        using var stream =
            assembly.GetManifestResourceStream($"VirtualClient.Simulation.{folder}.Prompts.{name}.md")
            ?? throw new InvalidOperationException($"The prompt file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static PromptFile Parse(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var key = "";
        var lines = new List<string>();
        foreach (var line in Comment().Replace(text.ReplaceLineEndings("\n"), "").Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Keep();
                key = line[3..].Trim();
            }
            else
            {
                lines.Add(line);
            }
        }

        Keep();
        return new PromptFile(parts);

        void Keep()
        {
            var body = string.Join('\n', lines).Trim('\n');
            if (body.Length > 0)
            {
                parts.Add(key, body);
            }

            lines.Clear();
        }
    }

    /// <summary>A part with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such part, or a placeholder has no value.</exception>
    public string Fill(string key, IReadOnlyDictionary<string, string> values)
    {
        var filled = new List<string>();
        foreach (var line in bodies[key].Split('\n'))
        {
            var empty = false;
            var text = Placeholder()
                .Replace(
                    line,
                    m =>
                    {
                        var value = values[m.Groups[1].Value];
                        empty |= value.Length == 0;
                        return value;
                    }
                );
            if (!empty)
            {
                filled.Add(text);
            }
        }

        return string.Join('\n', filled);
    }

    public string Fill(string key) => Fill(key, new Dictionary<string, string>());

    public string Fill(string key, string name, string value) => Fill(key, new Dictionary<string, string> { [name] = value });

    [GeneratedRegex(@"[ \t]*<!--.*?-->[ \t]*\n?", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\{([a-z]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
