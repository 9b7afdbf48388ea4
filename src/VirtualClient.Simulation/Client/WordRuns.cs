namespace VirtualClient.Simulation.Client;

/// <summary>
/// Runs of consecutive words that two texts share. Case, punctuation and the asterisks of cues do not count. This is how a text that may
/// be said is checked against a fact that may not.
/// </summary>
internal static class WordRuns
{
    // Words too common to carry a fact: a short run made of these alone gives nothing away ("it was a long", "I don't want to").
    private static readonly HashSet<string> Common =
    [
        .. (
            "a about after again all am an and any are as at back be been before but by can can't come could couldn't day did didn't do "
            + "does doesn't doing don't down even ever every for from get go going gone got had has have he he's her here him his how i "
            + "i'd i'll i'm i've if in into is isn't it it's its just kind know let like long look lot make maybe me mean more much my "
            + "never no not nothing now of off on one only or other our out over own people really right said say she she's so some "
            + "something still talk tell than that that's the their them then there they thing things think this time to today too up us "
            + "want was wasn't way we week well went were what when where which who why will with won't would wouldn't year years yes "
            + "you your"
        ).Split(' '),
    ];

    /// <summary>Whether a word (lower case) is too common to carry a fact.</summary>
    internal static bool IsCommon(string word) => Common.Contains(word);

    /// <summary>The words of a text, lower case, in order.</summary>
    internal static string[] Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        var lower = text.ToLowerInvariant().Replace('\u2019', '\'');
        for (var i = 0; i <= lower.Length; i++)
        {
            var inside = i < lower.Length && (char.IsLetterOrDigit(lower[i]) || lower[i] == '\'');
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                Add(words, lower[start..i].Trim('\''));
                start = -1;
            }
        }

        return [.. words];
    }

    /// <summary>All runs of <paramref name="length"/> words in a text.</summary>
    internal static HashSet<string> Of(string text, int length)
    {
        var words = Words(text);
        var runs = new HashSet<string>();
        for (var i = 0; i + length <= words.Length; i++)
        {
            runs.Add(string.Join(' ', words, i, length));
        }

        return runs;
    }

    /// <summary>The first shared run, or null.</summary>
    internal static string? Shared(string one, string other, int length)
    {
        var runs = Of(one, length);
        return Of(other, length).FirstOrDefault(runs.Contains);
    }

    /// <summary>The first shared run that has at least one word of its own in it, or null.</summary>
    internal static string? SharedTelling(string one, string other, int length)
    {
        var runs = Of(one, length);
        return Of(other, length).FirstOrDefault(run => runs.Contains(run) && run.Split(' ').Any(word => !Common.Contains(word)));
    }

    private static void Add(List<string> words, string word)
    {
        if (word.Length > 0)
        {
            words.Add(word);
        }
    }
}
