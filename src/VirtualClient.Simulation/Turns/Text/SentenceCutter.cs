using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>Cuts normalized text into sentences and finds where each one's core begins, past "okay", "so", "and", "well, yeah".</summary>
internal static class SentenceCutter
{
    private static readonly FrozenSet<string> Openers = new[]
    {
        "okay",
        "so",
        "and",
        "but",
        "well",
        "yeah",
        "yep",
        "yes",
        "no",
        "now",
        "oh",
        "ah",
        "mm",
        "hmm",
        "uh",
        "huh",
        "great",
        "good",
        "sure",
        "or",
        "because",
        "then",
        "like",
        "actually",
        "anyway",
        "also",
        "just",
        "please",
        "hey",
        "hi",
        "hello",
        "wow",
        "cool",
        "alrighty",
        "fantastic",
        "excellent",
        "perfect",
        "absolutely",
        "exactly",
        "definitely",
        "first",
        "again",
        "obviously",
        "basically",
        "honestly",
        "gotcha",
        "nice",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] OpeningPhrases =
    [
        "all right",
        "i see",
        "you know",
        "i mean",
        "got it",
        "of course",
        "right",
        "that is okay",
        "i guess",
    ];

    public static List<Sentence> Cut(string normal, List<Word> words, List<(int End, bool Asks, bool Stops)> ends)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        var word = 0;
        foreach (var (end, asks, stops) in ends)
        {
            var first = word;
            while (word < words.Count && words[word].Start < end)
            {
                word++;
            }

            if (word > first)
            {
                sentences.Add(Make(sentences.Count, normal, words, (start, end, asks, stops), first, word - first));
            }

            start = end;
        }

        return sentences;
    }

    private static Sentence Make(
        int index,
        string normal,
        List<Word> words,
        (int Start, int End, bool Asks, bool Stops) span,
        int first,
        int count
    )
    {
        var core = first;
        var last = first + count;
        while (core < last)
        {
            var next = Skip(normal, words, core, last);
            if (next == core)
            {
                break;
            }

            core = next;
        }

        var from = core < last ? words[core].Start : span.End;
        var text = normal[from..span.End].TrimEnd('.', '?', ',', ' ');
        return new Sentence(index, words[first].Start, span.End, from, span.Asks, span.Stops, first, count)
        {
            Text = text,
            CoreWords = last - core,
        };
    }

    private static int Skip(string normal, List<Word> words, int at, int last)
    {
        foreach (var phrase in OpeningPhrases)
        {
            if (string.CompareOrdinal(normal, words[at].Start, phrase, 0, phrase.Length) != 0)
            {
                continue;
            }

            var size = phrase.Count(c => c == ' ') + 1;
            var after = words[at].Start + phrase.Length;
            var whole = after >= normal.Length || !char.IsLetter(normal[after]);
            // "right" and "i see" open a sentence; "i see that you ..." and "i mean it" do not.
            var apart =
                at + size >= last
                || (after < normal.Length && normal[after] is ',' or '.' or '?')
                || phrase is "all right" or "i mean" or "you know";
            if (
                whole
                && apart
                && !(phrase == "you know" && at + size < last && words[at + size].Form is "that" or "what" or "how" or "about")
            )
            {
                return at + size;
            }
        }

        return Openers.Contains(words[at].Form) ? at + 1 : at;
    }
}
