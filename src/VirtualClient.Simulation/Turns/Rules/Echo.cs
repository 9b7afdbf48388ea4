using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>The client's own words given back. A short piece of them is a reflection; all of them, or their tail, is parroting.</summary>
internal static class Echo
{
    public const string Stem = "echo";

    private const int ParrotWords = 4;

    /// <summary>Whether the sentence's core is a run of the client's words.</summary>
    public static bool IsEcho(TurnText text, Sentence sentence, TurnText client) => Run(text, sentence, client) is { Length: >= 2 };

    /// <summary>Whether the sentence gives back the client's last words, four or more, or the whole of a short turn.</summary>
    public static bool IsParrot(TurnText text, Sentence sentence, TurnText client)
    {
        var (at, length) = Run(text, sentence, client);
        if (length == 0)
        {
            return false;
        }

        var whole = length >= client.Words.Count - 1 && length >= 3;
        var tail = at + length >= client.Words.Count - 1 && length >= ParrotWords;
        return whole || tail || length >= ParrotWords * 2;
    }

    /// <summary>The run of the client's words that is the whole core of the sentence after its stem; zero length when there is none.</summary>
    private static (int At, int Length) Run(TurnText text, Sentence sentence, TurnText client)
    {
        var said = Swap(ReflectionRules.AfterStem(text, sentence));
        var heard = Swap([.. client.Words.Select(word => word.Form)]);
        if (said.Count == 0 || said.Count > heard.Count)
        {
            return (0, 0);
        }

        for (var at = heard.Count - said.Count; at >= 0; at--)
        {
            var same = 0;
            while (same < said.Count && string.Equals(heard[at + same], said[same], StringComparison.Ordinal))
            {
                same++;
            }

            if (same == said.Count)
            {
                return (at, same);
            }
        }

        return (0, 0);
    }

    /// <summary>First and second person become one, so that "my kids" is heard in "your kids".</summary>
    private static List<string> Swap(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            words[i] = words[i] switch
            {
                "i" or "me" or "you" or "we" or "us" => "you",
                "my" or "our" or "your" or "mine" or "yours" => "your",
                "am" or "are" or "was" or "were" => "are",
                "myself" or "yourself" => "yourself",
                _ => words[i],
            };
        }

        return words;
    }
}
