using System.Buffers;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>
/// Marks of speech put on paper, which typing hardly has: fillers, words broken off and begun again, a turn that begins or ends in the
/// middle of a sentence.
/// </summary>
internal static class SpeechMarks
{
    private static readonly SearchValues<string> Fillers = SearchValues.Create(
        [" um ", " um,", " uh ", " uh,", "um, ", "uh, ", "--", " you know, ", "[laugh", "[crosstalk"],
        StringComparison.OrdinalIgnoreCase
    );

    public static bool In(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length > 1
            && ((text[0] == '-' && text[1] != ' ') || (text[^1] is '-' or '\u2014') || text.ContainsAny(Fillers) || Restarts(text));
    }

    /// <summary>"I-I", "th-the".</summary>
    private static bool Restarts(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] != '-' || !char.IsLetter(text[i - 1]))
            {
                continue;
            }

            var from = i - 1;
            while (from > 0 && char.IsLetter(text[from - 1]))
            {
                from--;
            }

            var part = text[from..i];
            if (
                text[(i + 1)..].StartsWith(part, StringComparison.OrdinalIgnoreCase)
                && !part.Equals("mm", StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}
