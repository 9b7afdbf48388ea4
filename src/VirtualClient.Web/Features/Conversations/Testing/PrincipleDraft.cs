using System.Text.RegularExpressions;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>Proposes a principle from the words of a critique, by plain rules and without a model. The teacher edits it before it is kept.</summary>
internal static partial class PrincipleDraft
{
    private const int SnippetMax = 110;

    public static string From(CritiqueKind kind, string words, string better, string reply)
    {
        var draft = kind switch
        {
            CritiqueKind.Kudos when words.Length > 0 => $"Keep this: {Lowered(Ended(words))} As in: \"{Snippet(reply)}\"",
            CritiqueKind.Kudos => $"Go on talking like this: \"{Snippet(reply)}\"",
            CritiqueKind.Wording => $"Rather like this: \"{Snippet(better)}\" than like this: \"{Snippet(reply)}\"",
            _ => Of(words),
        };
        return Cut(KeepPrinciple.OneLine(draft), Principle.TextMax);
    }

    private static string Of(string words)
    {
        var text = words.Replace('’', '\'').Replace('“', '"').Replace('”', '"');
        var quoted = Quoted().Matches(text).Select(m => m.Groups[1].Value.Trim()).Where(w => w.Length > 1).Take(4).ToList();
        List<string> rules = [];
        if (quoted.Count > 0)
        {
            rules.Add($"Do not say {string.Join(" or ", quoted.Select(word => $"\"{word}\""))}.");
        }

        if (TooLong().IsMatch(text))
        {
            rules.Add("Keep replies short: one or two sentences.");
        }

        if (TooManyQuestions().IsMatch(text))
        {
            rules.Add("Do not ask the worker questions.");
        }

        if (quoted.Count == 0 && Thanks().IsMatch(text))
        {
            rules.Add("Do not say \"thank you\" or \"thanks\".");
        }

        if (TooOpen().IsMatch(text))
        {
            rules.Add("Hold back more: one thing at a time, and only when it was earned.");
        }

        return rules.Count > 0 ? string.Join(' ', rules) : AsRule(text);
    }

    /// <summary>"She wouldn't joke about it" becomes "Do not joke about it."; what is no such sentence stays as it was written.</summary>
    private static string AsRule(string text)
    {
        var sentence = Ended(text);
        if (WouldNever().Match(sentence) is { Success: true } never)
        {
            return "Never " + sentence[(never.Index + never.Length)..].TrimStart();
        }

        if (WouldNot().Match(sentence) is { Success: true } not)
        {
            return "Do not " + sentence[(not.Index + not.Length)..].TrimStart();
        }

        if (Would().Match(sentence) is { Success: true } would)
        {
            return Raised(sentence[(would.Index + would.Length)..].TrimStart());
        }

        return TooMuch().Match(sentence) is { Success: true } too ? $"Be less {too.Groups[1].Value}." : Raised(sentence);
    }

    private static string Snippet(string text)
    {
        var plain = Cue().Replace(text, " ").Replace('"', '\'').Replace('“', '\'').Replace('”', '\'');
        return Cut(KeepPrinciple.OneLine(plain), SnippetMax);
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', most - 1);
        return text[..(space > most / 2 ? space : most - 1)] + "…";
    }

    private static string Ended(string text) => text.Trim() is var s && s.Length > 0 && ".!?".Contains(s[^1]) ? s : text.Trim() + ".";

    private static string Raised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lowered(string text) =>
        text.Length > 1 && !char.IsUpper(text[1]) && text[1] != '\'' && text[1] != ' ' ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex("\"([^\"]{2,120})\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:too long|shorter|rambl\w*|wordy|too many words|long-winded|talks? too much)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TooLong();

    [GeneratedRegex(
        @"\b(?:(?:too many|no|stop asking|not ask|n't ask|never asks?)\s*(?:\w+\s){0,3}questions?|(?:would not|wouldn't|should not|shouldn't|never)\s+ask\b(?!\s+for))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TooManyQuestions();

    [GeneratedRegex(@"\b(?:thank\w*|grateful|gratitude)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(?:too open|too soon|too early|opens? up too|tells? too much|over-?shar\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TooOpen();

    [GeneratedRegex(@"\b(?:would|should|does|do|will)\s+never\b|\bnever\s+(?=\w+\b)", RegexOptions.IgnoreCase)]
    private static partial Regex WouldNever();

    [GeneratedRegex(@"\b(?:would|should|does|do|will|can)(?:\s+not|n't)\b|\bwon't\b|\bcan't\b", RegexOptions.IgnoreCase)]
    private static partial Regex WouldNot();

    [GeneratedRegex(@"\b(?:would|should)\b(?:\s+rather)?", RegexOptions.IgnoreCase)]
    private static partial Regex Would();

    [GeneratedRegex(@"^\s*(?:that(?:'s| is| was)\s+)?(?:far |much |way )?too (\w+)\.$", RegexOptions.IgnoreCase)]
    private static partial Regex TooMuch();

    [GeneratedRegex(@"\*[^*]*\*")]
    private static partial Regex Cue();
}
