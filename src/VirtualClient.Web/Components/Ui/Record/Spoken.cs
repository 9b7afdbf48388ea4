namespace VirtualClient.Web.Components.Ui.Record;

/// <summary>A piece of what the client said: words, or a non-verbal cue set apart.</summary>
public readonly record struct Spoken(bool IsCue, string Text)
{
    /// <summary>
    /// Splits a client's text into paragraphs of words and cues written between asterisks ("*looks away* Not like that."). An asterisk
    /// without a partner, as in a reply that is still being made, is kept as words.
    /// </summary>
    public static IReadOnlyList<Spoken> Split(string text)
    {
        List<Spoken> pieces = [];
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('*');
            var length = open < 0 ? -1 : rest[(open + 1)..].IndexOf('*');
            if (length < 0)
            {
                AddWords(pieces, rest);
                break;
            }

            AddWords(pieces, rest[..open]);
            var cue = rest.Slice(open + 1, length).Trim();
            if (!cue.IsEmpty)
            {
                pieces.Add(new Spoken(true, cue.ToString()));
            }

            rest = rest[(open + length + 2)..];
        }

        return pieces;
    }

    private static void AddWords(List<Spoken> pieces, ReadOnlySpan<char> words)
    {
        foreach (var paragraph in words.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            pieces.Add(new Spoken(false, paragraph));
        }
    }
}
