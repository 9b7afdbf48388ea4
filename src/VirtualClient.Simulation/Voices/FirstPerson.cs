using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Turns a sentence of the story ("Walter keeps her coat in the hall") into what the person might say ("I keep her coat in the hall").
/// Sentences where a pronoun could mean somebody else, or that sound like a file, are left alone: null.
/// </summary>
internal sealed partial class FirstPerson
{
    private const int MostWords = 26;

    private readonly string first;
    private readonly string? subject;
    private readonly string? possessive;

    public FirstPerson(Persona persona)
    {
        first = persona.Name.Split(' ')[0];
        var pronouns = persona.Pronouns ?? persona.Gender ?? "";
        if (
            pronouns.StartsWith("she", StringComparison.OrdinalIgnoreCase) || pronouns.StartsWith("fem", StringComparison.OrdinalIgnoreCase)
        )
        {
            (subject, possessive) = ("She", "Her");
        }
        else if (
            pronouns.StartsWith("he", StringComparison.OrdinalIgnoreCase) || pronouns.StartsWith("mal", StringComparison.OrdinalIgnoreCase)
        )
        {
            (subject, possessive) = ("He", "His");
        }
    }

    public string? Turn(string sentence)
    {
        if (AlreadyFirst().IsMatch(sentence))
        {
            return sentence;
        }

        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 4 or > MostWords || SoundsLikeAFile().IsMatch(sentence) || !AboutThem(words[0]) || MeansAnother(words))
        {
            return null;
        }

        var turned = new List<string>();
        var verbNext = false;
        for (var i = 0; i < words.Length; i++)
        {
            var (word, tail) = Peel(words[i]);
            var said = Pronoun(word, tail, i + 1 < words.Length ? words[i + 1] : "");
            if (said is null)
            {
                said = verbNext && !Adverb().IsMatch(word) ? Verb(word) : word;
                verbNext = verbNext && Adverb().IsMatch(word) || Joins(word) && turned.Contains("I") && IsVerb(words, i + 1);
            }
            else
            {
                verbNext = said == "I";
            }

            turned.Add(said + tail);
        }

        var whole = string.Join(' ', turned);
        return SecondVerbLeft().IsMatch(whole) ? null : char.ToUpperInvariant(whole[0]) + whole[1..];
    }

    private bool AboutThem(string word)
    {
        var (bare, _) = Peel(word);
        return bare == first || bare == first + "'s" || bare == subject || bare == possessive;
    }

    /// <summary>Another person of the same pronoun, or any other name, before a pronoun: it may be theirs.</summary>
    private bool MeansAnother(string[] words)
    {
        var other = false;
        foreach (var word in words.Skip(1))
        {
            var (bare, _) = Peel(word);
            var lower = bare.ToLowerInvariant();
            if (bare == first || bare == first + "'s")
            {
                return true;
            }

            if (other && lower is "she" or "her" or "hers" or "he" or "him" or "his" or "herself" or "himself")
            {
                return true;
            }

            other |= bare.Length > 1 && char.IsUpper(bare[0]) || Kin().IsMatch(lower);
        }

        return false;
    }

    private string? Pronoun(string word, string tail, string next)
    {
        if (word == first || Same(word, subject))
        {
            return "I";
        }

        if (word == first + "'s")
        {
            return "my";
        }

        if (subject == "She")
        {
            return word.ToLowerInvariant() switch
            {
                "her" => tail.Length == 0 && next.Length > 0 && !AfterObject().IsMatch(next) ? "my" : "me",
                "hers" => "mine",
                "herself" => "myself",
                _ => null,
            };
        }

        return subject == "He"
            ? word.ToLowerInvariant() switch
            {
                "him" => "me",
                "his" => "my",
                "himself" => "myself",
                _ => null,
            }
            : null;
    }

    private static string Verb(string word) =>
        word switch
        {
            "is" => "am",
            "isn't" => "am not",
            "has" => "have",
            "hasn't" => "haven't",
            "does" => "do",
            "doesn't" => "don't",
            "was" or "wasn't" or "discuss" or "miss" or "pass" or "guess" or "dress" or "us" => word,
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when SibilantEnd().IsMatch(word) => word[..^2],
            _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
            _ => word,
        };

    private static bool Joins(string word) => word is "and" or "but" or "or" or "then";

    /// <summary>After "and": a verb of the present, told by its last letter and by what follows not being "of" or an end.</summary>
    private static bool IsVerb(string[] words, int at) => at < words.Length && CommonVerb().IsMatch(words[at]);

    private static bool Same(string word, string? pronoun) =>
        pronoun is not null && word.Equals(pronoun, StringComparison.OrdinalIgnoreCase);

    private static (string Word, string Tail) Peel(string word)
    {
        var end = word.Length;
        while (end > 0 && !char.IsLetterOrDigit(word[end - 1]))
        {
            end--;
        }

        return (word[..end], word[end..]);
    }

    [GeneratedRegex(@"^(I|I'm|I've|I'd|I'll|My|We|We're|We've|Me)\b|\b(my|I'm|I've)\b|\bI\b")]
    private static partial Regex AlreadyFirst();

    [GeneratedRegex(
        @"\b(client|worker|interview|refer|persona|diagnos|depress|PTSD|trauma|ideation|abus|assess|disclos|trust|student|symptom|disorder|stigma|denies|presents|affect|coping|reveal|hides|lies|secret)\w*|[():;""]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SoundsLikeAFile();

    [GeneratedRegex(
        @"^(still|never|often|also|now|always|only|just|sometimes|usually|rarely|mostly|once|recently|barely|hardly|quietly|already|really|then|later|finally|first)$"
    )]
    private static partial Regex Adverb();

    [GeneratedRegex(
        @"^(mother|sister|daughter|wife|girlfriend|aunt|grandmother|mom|woman|girl|niece|boss|friend|landlord|landlady|father|brother|son|husband|boyfriend|uncle|grandfather|dad|man|boy|nephew|partner|neighbou?r|teacher|manager|supervisor|roommate|cousin|doctor|nurse|baby|child|coach|pastor|caseworker)s?$"
    )]
    private static partial Regex Kin();

    [GeneratedRegex(
        @"^(to|for|from|in|on|at|by|with|and|but|or|about|after|before|when|that|because|if|into|out|up|off|down|so|a|an|the|again|alone|there|here|home|how|what|why)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AfterObject();

    /// <summary>"I vote, gives blood": a verb that was not turned, or a plural; when in doubt the sentence is left out.</summary>
    [GeneratedRegex(
        @"(,|\b(and|or|but|then|who)) (still |never |always |also |only )?(?!his|this|its|was|is|as|us|us)[a-z]+s\b(?! (of|in|on|at|from|for|with|and|or)\b|[.,])|\bI am not\b"
    )]
    private static partial Regex SecondVerbLeft();

    [GeneratedRegex(@"(ches|shes|sses|xes|zes|oes)$")]
    private static partial Regex SibilantEnd();

    [GeneratedRegex(
        @"^(is|has|does|was|keeps|works|lives|goes|takes|makes|gets|wants|likes|loves|feels|thinks|knows|says|tells|sleeps|eats|cooks|drives|walks|sits|stays|sends|pays|helps|looks|waits|watches|worries|tries|carries|studies|cleans|calls|visits|shares|hopes|wishes|misses|spends|avoids|cannot|hates|checks|wakes|comes|leaves|uses|reads|plays|writes|does not|doesn't)\b"
    )]
    private static partial Regex CommonVerb();
}
