using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>
/// Brings real typing to one form, so that a rule is written once: contractions are opened ("you're" and "youre" become "you are"),
/// phone spellings and the commonest slips are put right. Nothing here changes what was meant.
/// </summary>
internal static class Spelling
{
    private static readonly FrozenDictionary<string, string> Forms = Table().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The usual form of a lower-case word, possibly more than one word.</summary>
    public static string Normalize(string word)
    {
        if (Forms.TryGetValue(word, out var form))
        {
            return form;
        }

        var shorter = Shorten(word);
        if (!ReferenceEquals(shorter, word) && Forms.TryGetValue(shorter, out form))
        {
            return form;
        }

        // "mom's" and "landlord's" keep their word; what stays of a contraction nobody listed is a possessive.
        return shorter.EndsWith("'s", StringComparison.Ordinal) ? shorter[..^2] : shorter;
    }

    /// <summary>Folds letters held down ("sooo", "heyyy") back to one.</summary>
    private static string Shorten(string word)
    {
        var run = 1;
        for (var i = 1; i < word.Length; i++)
        {
            run = word[i] == word[i - 1] && char.IsLetter(word[i]) ? run + 1 : 1;
            if (run == 3)
            {
                return Fold(word);
            }
        }

        return word;
    }

    private static string Fold(string word)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var held = i > 0 && word[i] == word[i - 1] && (Same(word, i - 1, i + 1) || Same(word, i - 2, i));
            if (!held)
            {
                kept.Append(word[i]);
            }
        }

        return kept.ToString();
    }

    private static bool Same(string word, int from, int to)
    {
        if (from < 0 || to >= word.Length)
        {
            return false;
        }

        return word[from] == word[from + 1] && word[from + 1] == word[to];
    }

    private static Dictionary<string, string> Table()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        AddContractions(forms);
        foreach (var line in Slips.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('=', 2);
            foreach (var slip in parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                forms[slip] = parts[1].Trim();
            }
        }

        foreach (var word in Slips.ShortIng.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            forms[word] = word + "g";
        }

        return forms;
    }

    private static void AddContractions(Dictionary<string, string> forms)
    {
        string[] subjects =
        [
            "i",
            "you",
            "he",
            "she",
            "it",
            "we",
            "they",
            "that",
            "there",
            "this",
            "these",
            "what",
            "who",
            "how",
            "where",
            "when",
            "why",
            "here",
        ];
        (string Ending, string Full)[] endings = [("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'s", "is")];
        foreach (var subject in subjects)
        {
            foreach (var (ending, full) in endings)
            {
                forms[subject + ending] = subject + " " + full;
            }
        }

        string[] things =
        [
            "everything",
            "something",
            "nothing",
            "anything",
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "nobody",
            "anyone",
            "one",
        ];
        foreach (var thing in things)
        {
            forms[thing + "'s"] = thing + " is";
        }

        string[] verbs =
        [
            "do",
            "does",
            "did",
            "is",
            "are",
            "was",
            "were",
            "have",
            "has",
            "had",
            "could",
            "would",
            "should",
            "must",
            "need",
            "might",
        ];
        foreach (var verb in verbs)
        {
            forms[verb + "n't"] = verb + " not";
            forms[verb + "nt"] = verb + " not";
            forms[verb + "n't've"] = verb + " not have";
        }
    }
}
