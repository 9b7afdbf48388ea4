using System.Text;
using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <summary>How spoken text is counted, split and tidied. A cue between asterisks is seen, not said: it counts no words.</summary>
internal static partial class SpokenText
{
    /// <summary>Words that lose their capital when something is put before them; others may be names.</summary>
    private static readonly HashSet<string> Lowered = new(
        (
            "A After All An And Another Any As At Because Before Both But By Can Could Did Do Does Don't During Each Even Every Everybody Everyone "
            + "Everything For From Half He He'd He'll He's Her Here His How If In It It'd It'll It's Just Last Lately Like Maybe Me Mine More Most Mostly My "
            + "Never No Nobody Not Nothing Now Of On Once One Only Or Other Our Out Over People She She'd She'll She's Since So Some Somebody Someone "
            + "Something Sometimes Somewhere Still That That's The Their Then There There's These They They'd They'll They're They've This Those Three "
            + "Time To Today Two Until Up Usually Was We We'd We'll We're We've Well Were What What's Whatever When Where Which While Who Why With "
            + "Without Yes Yesterday You You're Your"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public static int Words(string text)
    {
        var words = 0;
        var inCue = false;
        var inWord = false;
        foreach (var c in text)
        {
            if (c == '*')
            {
                inCue = !inCue;
                inWord = false;
            }
            else if (!inCue && char.IsLetterOrDigit(c))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
        }

        return words;
    }

    /// <summary>The sentences of a text with their own punctuation, cues as sentences of their own.</summary>
    public static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        var inCue = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*')
            {
                Add(text, start, inCue ? i + 1 : i, sentences);
                start = inCue ? i + 1 : i;
                inCue = !inCue;
            }
            else if (!inCue && IsEnd(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) && !IsTitle(text, start, i))
            {
                Add(text, start, i + 1, sentences);
                start = i + 1;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>Lower case, letters and digits only, single spaces: what two sentences must differ in to be two sentences.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                bare.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsWhiteSpace(c) && bare.Length > 0 && bare[^1] != ' ')
            {
                bare.Append(' ');
            }
        }

        return bare.ToString().TrimEnd();
    }

    /// <summary>Puts <paramref name="lead"/> before a sentence, taking the sentence's capital where it is no name.</summary>
    public static string Join(string lead, string sentence)
    {
        var end = sentence.IndexOfAny([' ', ',', '.', '?']);
        var first = end < 0 ? sentence : sentence[..end];
        var joins = lead.EndsWith(',') || char.IsLetter(lead[^1]);
        var lowered = joins && Lowered.Contains(first) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
        return $"{lead} {lowered}";
    }

    /// <summary>Whether an answer can be said without its question: it begins with who or what it is about.</summary>
    public static bool StandsAlone(string answer) =>
        answer.Split([' ', ',', '.', '\''])[0] is "I" or "My" or "We" or "Our" or "The" or "There" && Words(answer) >= 5;

    /// <summary>Whether a sentence points at the one before it ("I don't know why that's a whole thing") and says nothing without it.</summary>
    public static bool LeansBack(string sentence) => PointsBack().IsMatch(sentence);

    /// <summary>Whether a short line is an answer to a statement or to a yes-or-no, and to nothing else.</summary>
    public static bool AnswersYesOrNo(string line) => YesOrNo().IsMatch(line);

    /// <summary>Whether a short line goes along with something, and so answers no question about how things are.</summary>
    public static bool OnlyAgrees(string line) => Agrees().IsMatch(line);

    /// <summary>Whether a lead that ends in a comma may stand before this sentence without spoiling a name or a cue.</summary>
    public static bool Joins(string sentence)
    {
        var end = sentence.IndexOfAny([' ', ',', '.', '?']);
        var first = end < 0 ? sentence : sentence[..end];
        return Lowered.Contains(first) || first is "I" or "I'm" or "I've" or "I'd" or "I'll";
    }

    /// <summary>Whether a lead has already the word the sentence begins with: "Okay, so, so I got in the car".</summary>
    public static bool Stutters(string lead, string sentence)
    {
        var first = Bare(sentence.Split(' ')[0]);
        return first.Length > 0 && Array.Exists(Bare(lead).Split(' '), word => word == first);
    }

    /// <summary>Single spaces and a capital at every sentence's start.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length + 1);
        var capital = true;
        var inCue = false;
        foreach (var c in text.Trim())
        {
            if (char.IsWhiteSpace(c))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                {
                    tidy.Append(' ');
                }

                continue;
            }

            if (c == '*')
            {
                inCue = !inCue;
                capital = capital || !inCue;
                tidy.Append(c);
                continue;
            }

            tidy.Append(capital && !inCue ? char.ToUpperInvariant(c) : c);
            var trailing = c == '.' && tidy.Length > 2 && tidy[^2] == '.';
            capital = !inCue && (IsEnd(c) ? !trailing : capital && !char.IsLetterOrDigit(c));
        }

        return tidy.ToString();
    }

    /// <summary>The same with an end to the last sentence.</summary>
    public static string Whole(string text)
    {
        var whole = Tidy(text);
        return whole.Length == 0 || IsEnd(whole[^1]) || whole[^1] == '*' ? whole : whole.TrimEnd(',') + ".";
    }

    /// <summary>"Mrs. Dorji" is one sentence.</summary>
    private static bool IsTitle(string text, int start, int dot)
    {
        var from = text.LastIndexOf(' ', dot) + 1;
        return text[dot] == '.' && text[Math.Max(start, from)..dot] is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Sr" or "Jr";
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '\u2026';

    private static void Add(string text, int start, int end, List<string> sentences)
    {
        var sentence = text[start..end].Trim();
        if (sentence.Length > 0)
        {
            sentences.Add(sentence);
        }
    }

    [GeneratedRegex(
        @"^(That|This|It|So|And|But|Then|Now)\b|\bthat['’]s\b|\bthat is\b|\b(about|of|for) (that|it)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PointsBack();

    [GeneratedRegex(
        @"^\W*(no|nope|not (really|so much|particularly|exactly|as such|always|yet)|yes|yeah|yep|sure|kind of|sort of|pretty much|maybe|perhaps|could be|sometimes|a little|some|some days|more or less|something like that|i guess|i suppose|i think so|as you wish|if you|if that|you could say that|in a way|in theory|on paper|partly|okay|all right|right|fine|got it|whatever you|can(no|'|’)?t|i do, actually|as i mentioned|that's (still|it)|quite|indeed|that is (so|correct))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex YesOrNo();

    [GeneratedRegex(
        @"^\W*(all right|got it|okay|right|fine|as you wish|if you want|whatever you (need|think|say)|that will do|enough|next|and|so|so what|what|go ahead|you tell me)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Agrees();
}
