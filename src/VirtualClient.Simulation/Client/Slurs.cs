namespace VirtualClient.Simulation.Client;

/// <summary>
/// Words that no client says, not even in a quotation. They are written rotated by thirteen letters, so that nobody who opens this file or
/// searches the sources has to meet them. Words that also have a plain meaning are left out; the list is a floor, not a dictionary.
/// </summary>
internal static class Slurs
{
    private static readonly HashSet<string> Rotated = new(StringComparer.Ordinal)
    {
        "avttre",
        "avttref",
        "avttn",
        "avttnf",
        "avttnm",
        "avtyrg",
        "snttbg",
        "snttbgf",
        "sntf",
        "xvxr",
        "xvxrf",
        "fcvp",
        "fcvpf",
        "jrgonpx",
        "jrgonpxf",
        "ornare",
        "ornaref",
        "tbbx",
        "tbbxf",
        "envfurnq",
        "gbjryurnq",
        "gbjryurnqf",
        "fnaqavttre",
        "pnzrywbpxrl",
        "cnxv",
        "cnxvf",
        "qlxr",
        "qlxrf",
        "genaal",
        "genaavrf",
        "furznyr",
        "ergneq",
        "ergneqf",
        "ergneqrq",
        "zbatbybvq",
        "fdhnj",
        "wvtnobb",
        "cvpxnavaal",
        "qnexvr",
        "enturnq",
        "pbba",
        "pbbaf",
        "uronfvgr",
        "tbylj",
    };

    /// <summary>The first slur in a text, or null.</summary>
    public static string? Find(string text)
    {
        foreach (var word in PlainText.Words(text))
        {
            if (Rotated.Contains(Rotate(word)))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Rotates a lower-case word by thirteen letters; digits used in place of letters are read as the letters first.</summary>
    internal static string Rotate(string word) =>
        string.Create(
            word.Length,
            word,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    var c = source[i] switch
                    {
                        '1' => 'i',
                        '3' => 'e',
                        '4' => 'a',
                        '0' => 'o',
                        _ => source[i],
                    };
                    span[i] = c is >= 'a' and <= 'z' ? (char)('a' + (c - 'a' + 13) % 26) : c;
                }
            }
        );
}
