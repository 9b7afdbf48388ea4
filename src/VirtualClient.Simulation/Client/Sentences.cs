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

    [GeneratedRegex("""[.!?\u2026]+["')\]*\u201D\u2019]*(?=\s|$)|\n+""", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Rev|vs|etc|[A-Z])$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
