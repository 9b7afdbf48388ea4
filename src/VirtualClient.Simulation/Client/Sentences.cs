using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Client;

/// <summary>Cuts text into sentences. Marks stay with their sentence; a line break ends one.</summary>
public static partial class Sentences
{
    public static IReadOnlyList<string> Split(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var found = new List<string>();
        var start = 0;
        foreach (Match end in End().Matches(text))
        {
            // "Mr. Reed" and "St. Luke's" do not end a sentence.
            if (text[end.Index] == '.' && Abbreviation().IsMatch(text.AsSpan(start, end.Index - start)))
            {
                continue;
            }

            Add(text.AsSpan(start, end.Index + end.Length - start));
            start = end.Index + end.Length;
        }

        Add(text.AsSpan(start));
        return found;

        void Add(ReadOnlySpan<char> sentence)
        {
            sentence = sentence.Trim();
            if (!sentence.IsEmpty)
            {
                found.Add(sentence.ToString());
            }
        }
    }

    /// <summary>Whether a sentence is over just before a position (blanks not counted).</summary>
    public static bool EndsAt(string text, int position)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = position;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || "\"')]*\u201D\u2019".Contains(text[end - 1])))
        {
            end--;
            if (text[end] == '\n')
            {
                return true;
            }
        }

        if (end == 0 || text[end - 1] != '.')
        {
            return end > 0 && (text[end - 1] is '!' or '?' or '\u2026');
        }

        return !Abbreviation().IsMatch(text.AsSpan(Math.Max(0, end - 6), end - 1 - Math.Max(0, end - 6)));
    }

    [GeneratedRegex("""[.!?\u2026]+["')\]*\u201D\u2019]*(?=\s|$)|\n+""", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Rev|vs|etc|[A-Z])$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
