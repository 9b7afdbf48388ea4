using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Assessment;

/// <summary>
/// Holds every quote against the line it cites. What is not there word for word, in any case and with any kind of quotation mark or space, is dropped; so is
/// a line by which a student speaks to whoever grades. Pure and thread-safe.
/// </summary>
public static class EvidenceCheck
{
    private const int MostQuotes = 4;
    private const int FewestWords = 2;

    /// <summary>The quotes that hold, each as it stands in the transcript, and how many did not.</summary>
    public static (IReadOnlyList<EvidenceQuote> Kept, int Dropped) Check(
        IReadOnlyList<TranscriptLine> lines,
        IReadOnlyList<EvidenceQuote> given
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(given);
        var kept = new List<EvidenceQuote>();
        var dropped = 0;
        foreach (var quote in given)
        {
            if (lines.FirstOrDefault(l => l.Number == quote.Line) is not { } line || Find(line, quote.Words) is not { } words)
            {
                dropped++;
            }
            else if (kept.Count < MostQuotes && !kept.Contains(new(line.Number, words)))
            {
                kept.Add(new(line.Number, words));
            }
        }

        return (kept, dropped);
    }

    /// <summary>The quoted words as they stand in the line, or null.</summary>
    internal static string? Find(TranscriptLine line, string words)
    {
        if (line.Speaker == Speaker.Student && SpokenToAssessor.Is(line.Text))
        {
            return null;
        }

        var wanted = PlainText.Words(words);
        if (wanted.Count == 0 || (wanted.Count < FewestWords && PlainText.Words(line.Text).Count >= FewestWords))
        {
            return null;
        }

        var (said, places) = Places(line.Text);
        for (var start = 0; start + wanted.Count <= said.Count; start++)
        {
            if (said.Skip(start).Take(wanted.Count).SequenceEqual(wanted))
            {
                var (from, to) = (places[start].From, places[start + wanted.Count - 1].To);
                return line.Text[from..to];
            }
        }

        return null;
    }

    /// <summary>The words of a text with where each begins and ends in it.</summary>
    private static (List<string> Words, List<(int From, int To)> Places) Places(string text)
    {
        var words = new List<string>();
        var places = new List<(int, int)>();
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (from >= 0 && IsInner(text, i)));
            if (inside && from < 0)
            {
                from = i;
            }
            else if (!inside && from >= 0)
            {
                words.AddRange(PlainText.Words(text[from..i]));
                while (places.Count < words.Count)
                {
                    places.Add((from, i));
                }

                from = -1;
            }
        }

        return (words, places);
    }

    /// <summary>An apostrophe or an invisible sign between letters does not end a word.</summary>
    private static bool IsInner(string text, int at) =>
        text[at] is '\'' or '\u2018' or '\u2019' or '\u02BC' or '\uFF07' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060';
}
