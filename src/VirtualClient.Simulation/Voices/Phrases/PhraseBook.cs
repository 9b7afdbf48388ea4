using System.Reflection;

namespace VirtualClient.Simulation.Voices.Phrases;

/// <summary>All phrase files of this folder, read once. The format is in README.md beside them. Thread-safe.</summary>
internal sealed class PhraseBook
{
    private static readonly Lazy<PhraseBook> Loaded = new(LoadAll);

    private readonly Dictionary<string, List<Phrase>> families = new(StringComparer.Ordinal);

    public static PhraseBook Standard => Loaded.Value;

    public IReadOnlyDictionary<string, List<Phrase>> Families => families;

    public int Count => families.Values.Sum(family => family.Count);

    /// <exception cref="KeyNotFoundException">No file has this family.</exception>
    public IReadOnlyList<Phrase> Family(string name) => families[name];

    /// <summary>Reads one file. Several files may add to one family.</summary>
    /// <exception cref="FormatException">A line is not of the format; the message names file and line.</exception>
    public void Read(string file, TextReader reader)
    {
        List<Phrase>? family = null;
        var tags = default(PhraseTags);
        for (var number = 1; reader.ReadLine() is { } raw; number++)
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                family = Open(line[3..].Trim());
                tags = default;
            }
            else if (line.StartsWith("--", StringComparison.Ordinal))
            {
                tags = Tags(file, number, line[2..]);
            }
            else if (family is null)
            {
                throw new FormatException($"{file}, line {number}: a phrase before the first '== family'.");
            }
            else
            {
                family.Add(new Phrase(line, tags));
            }
        }
    }

    private static PhraseTags Tags(string file, int number, string words)
    {
        try
        {
            return PhraseTags.Parse(words);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"{file}, line {number}: {fault.Message}", fault);
        }
    }

    private List<Phrase> Open(string name)
    {
        if (!families.TryGetValue(name, out var family))
        {
            families[name] = family = [];
        }

        return family;
    }

    private static PhraseBook LoadAll()
    {
        var book = new PhraseBook();
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = typeof(PhraseBook).Namespace + ".";
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                book.Read(name[prefix.Length..], reader);
            }
        }

        return book;
    }
}
