using System.Text;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>A word of a turn in its usual form, with its stem and its place in the normalized text.</summary>
internal readonly record struct Word(string Form, string Stem, int Start);

/// <summary>A sentence of a turn: its stretch of the normalized text, where its core begins after openers ("okay, so"), and its words.</summary>
internal sealed record Sentence(int Index, int Start, int End, int Core, bool Asks, bool Stops, int FirstWord, int WordCount)
{
    /// <summary>The sentence from its core on, normalized, without closing punctuation.</summary>
    public required string Text { get; init; }

    /// <summary>Words from the core on.</summary>
    public required int CoreWords { get; init; }

    public int Length => End - Start;
}

/// <summary>
/// A turn as typed, and the same in one normalized form: lower case, straight apostrophes, contractions open, slips put right, cues and
/// emoji taken out. Every normalized character knows where it came from, so a rule can show the words as they were typed.
/// </summary>
internal sealed class TurnText
{
    private readonly int[] _origins;

    internal TurnText(
        string raw,
        string normal,
        string unquoted,
        int[] origins,
        IReadOnlyList<Word> words,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<string> cues
    )
    {
        Raw = raw;
        Normal = normal;
        Unquoted = unquoted;
        _origins = origins;
        Words = words;
        Sentences = sentences;
        Cues = cues;
    }

    /// <summary>What was typed, cut at 4,000 characters.</summary>
    public string Raw { get; }

    public string Normal { get; }

    /// <summary>The normalized text with what stands in quotation marks blanked out; same length.</summary>
    public string Unquoted { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>What stood between asterisks, in lower case ("nods").</summary>
    public IReadOnlyList<string> Cues { get; }

    public static TurnText Parse(string text) => new TurnReader(text).Read();

    /// <summary>The words as typed that a stretch of the normalized text came from.</summary>
    public string AsTyped(int start, int length)
    {
        if (length <= 0 || Normal.Length == 0)
        {
            return Raw.Trim();
        }

        var from = _origins[Math.Clamp(start, 0, _origins.Length - 1)];
        var last = Math.Clamp(start + length - 1, 0, _origins.Length - 1);
        var to = last + 1 < _origins.Length ? _origins[last + 1] : Raw.Length;
        // A contraction opened into two words has one origin: show the whole of what was typed.
        for (var next = last + 1; to <= _origins[last] && next < _origins.Length; next++)
        {
            to = _origins[next];
        }

        to = Math.Max(to, _origins[last] + 1);
        return Raw[from..Math.Min(to, Raw.Length)].Trim();
    }

    public Sentence? SentenceAt(int position)
    {
        foreach (var sentence in Sentences)
        {
            if (position < sentence.End)
            {
                return sentence;
            }
        }

        return null;
    }

    public IEnumerable<Word> WordsOf(Sentence sentence)
    {
        for (var i = sentence.FirstWord; i < sentence.FirstWord + sentence.WordCount; i++)
        {
            yield return Words[i];
        }
    }
}
