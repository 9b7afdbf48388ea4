using System.Text.RegularExpressions;

namespace VirtualClient.Bench.Training;

/// <summary>
/// Says a training turn again as people type and speak: on a phone, with English as a second language, in African American English. By
/// rule, so that the training set is the same on every machine. The rules for the last follow what linguists describe (Green, 2002;
/// Rickford, 1999): no copula, ain't, negative concord, habitual be, existential it, verbs without -s.
/// </summary>
internal static class Rewordings
{
    private static readonly string[] Openings =
    [
        "Okay. ",
        "Yeah. So, um, ",
        "Right, right. ",
        "Mm-hmm. Okay, so, you know, ",
        "Well, I mean, ",
        "Sure. And ",
        "Alright. ",
        "I see. So ",
        "Hmm. Yeah, ",
        "Oh, okay. Well, ",
    ];

    private static readonly (string From, string To)[] Phone =
    [
        (@"['\u2019]", ""),
        (@"\byou are\b", "ur"),
        (@"\byou\b", "u"),
        (@"\byour\b", "ur"),
        (@"\bare\b", "r"),
        (@"\bbecause\b", "bc"),
        (@"\bright now\b", "rn"),
        (@"\bgoing to\b", "gonna"),
        (@"\bwant to\b", "wanna"),
        (@"\bi do ?nt know\b", "idk"),
        (@"\bplease\b", "pls"),
        (@"\bpeople\b", "ppl"),
        (@"\btomorrow\b", "tmrw"),
        (@"\babout\b", "abt"),
        (@"\bthough\b", "tho"),
        (@"\bwith\b", "w"),
        (@"\bokay\b", "ok"),
        (@"\bgot to\b", "gotta"),
        (@"\bkind of\b", "kinda"),
        (@"\blet me\b", "lemme"),
        (@"\bthanks\b", "thx"),
        (@"\bminutes\b", "min"),
        (@"[?!;]", ""),
        (@"\.(?=\s|$)", ""),
    ];

    private static readonly (string From, string To)[] SecondLanguage =
    [
        (@"\b(?:the|an?) ", ""),
        (@"\b(?:do|does|did) (you|he|she|they|we|it|your \w+)\b", "$1"),
        (@"\bare (you|they|your \w+)\b", "$1"),
        (@"\b(you|we|they)(?:['\u2019]re| are)\b", "$1"),
        (@"\bit(?:['\u2019]s| is)\b", "is"),
        (@"\b(that|he|she)(?:['\u2019]s| is)\b", "$1 is"),
        (@"\b(?:don|doesn|didn)['\u2019]?t\b", "no"),
        (@"\b(?:do|does|did) not\b", "not"),
        (@"\b(i|you|we|they)(?:['\u2019]ve| have) been\b", "$1 are"),
        (@"\b(i|you|we|they)(?:['\u2019]ve| have)\b", "$1"),
        (@"\bwould you like\b", "you want"),
        (@"\b(?:would|could) you\b", "you can"),
        (@"\bi(?:['\u2019]d| would) like to\b", "i want"),
        (@"\b(\w{3,})s (?=(?:you|and|for|in|at|on|to)\b)", "$1 "),
        (@"\b(what|how|where|why) (?:is|are|was|were|do|does|did)\b", "$1"),
    ];

    /// <summary>The same with less dropped and other things changed: no verb is bent, small words go missing.</summary>
    private static readonly (string From, string To)[] SecondLanguageOther =
    [
        (@"\b(?:the|an?) ", ""),
        (@"\b(?:is|are|was|were|am) (\w{3,})ing\b", "$1"),
        (@"['\u2019](?:re|s|m) (\w{3,})ing\b", " $1"),
        (@"(\w{3,})ed\b", "$1"),
        (@"\bi(?:['\u2019]m| am) (?=student|worker|intern|social)", "i "),
        (@"\b(?:do|does|did) (?=you|he|she|they|we)", ""),
        (@"\bhave to\b", "must"),
        (@"\bup to you\b", "for you to decide"),
        (@"\bis it (?:ok|okay|all right|alright) if i\b", "is ok i"),
        (@"\b(?:may|can|could) i\b", "i can"),
        (@"\b(to|at|for|of|in|on) (?=your|my|this|that)", ""),
        (@"\b(\w{4,})(?:'s|s)\b", "$1"),
        (@"\bmuch\b", "very much"),
        (@"\bnot (?:any|anything|anyone)\b", "no"),
    ];

    private static readonly (string From, string To)[] AfricanAmericanEnglish =
    [
        (@"\b(?:isn|aren|haven|hasn|didn)['\u2019]?t\b", "ain't"),
        (@"\b(you|we|they|he|she)(?:['\u2019]re| are|['\u2019]s| is) not\b", "$1 ain't"),
        (@"\b(you|we|they)(?:['\u2019]re| are)\b", "$1"),
        (@"\b(he|she)(?:['\u2019]s| is) (?!been|got)", "$1 "),
        (@"\b(?:are|is) (you|they|he|she|your \w+)\b", "$1"),
        (@"\b(?:do|did) you\b", "you"),
        (@"\bdoesn['\u2019]?t\b", "don't"),
        (@"\bdoes (he|she|it)\b", "do $1"),
        (@"\b(ain't|don't|can't|won't|not|never)( \w+){0,2} any(thing|body|one|where)?\b", "$1$2 no$3"),
        (@"\bthere(?:['\u2019]s| is| are)\b", "it's"),
        (@"\bis there\b", "it's"),
        (@"\b(?:am|are|is)? ?going to\b", "gon"),
        (@"\b(you|we|they|he|she|i)(?:['\u2019]ve| have|['\u2019]s| has) been\b", "$1 been"),
        (@"\b(you|we|they|i)(?:['\u2019]ve| have) (?=\w+(?:ed|en)\b)", "$1 done "),
        (@"\b(he|she|it|that) (\w{3,})s\b", "$1 $2"),
        (@"(\w{3,})ing\b", "$1in"),
        (@"\b(you|they) always\b", "$1 be"),
        (@"\bwere\b", "was"),
        (@"\bthem\b", "em"),
    ];

    /// <summary>The wordings that differ from the turn itself.</summary>
    public static IEnumerable<string> Of(string turn)
    {
        var lower = turn.ToLowerInvariant();
        string[] wordings =
        [
            Reword(lower, Phone),
            Reword(lower, SecondLanguage),
            Reword(lower, SecondLanguageOther),
            Reword(lower, AfricanAmericanEnglish),
            Regex.Replace(lower, @"[?!.,]+(?=\s|$)", ""),
            Spoken(turn),
        ];
        return wordings.Where(wording => wording != turn && wording.Length > 0).Distinct(StringComparer.Ordinal);
    }

    /// <summary>With the small words that open a spoken turn; which, its length decides.</summary>
    private static string Spoken(string turn) => Openings[turn.Length % Openings.Length] + turn;

    private static string Reword(string text, (string From, string To)[] rules)
    {
        foreach (var (from, to) in rules)
        {
            text = Regex.Replace(text, from, to);
        }

        return text.Trim();
    }
}
