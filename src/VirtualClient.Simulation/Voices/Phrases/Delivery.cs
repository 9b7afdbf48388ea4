using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices.Phrases;

/// <summary>How loosely a person speaks. Told by the words their author gave them, and by the style where there are none.</summary>
internal enum Register
{
    Formal,
    Plain,
    Loose,
}

/// <summary>
/// The same line in different mouths: a formal person speaks without contractions, a brief one drops the subject, a casual one says
/// "yeah". Only lines of the phrase files pass here; authored words are never touched.
/// </summary>
internal static partial class Delivery
{
    private static readonly (Regex Short, string Full)[] Contractions = Compiled([
        ("it's (?=been|gotten|got)", "it has "),
        ("It's (?=been|gotten|got)", "It has "),
        ("I'm", "I am"),
        ("I've got", "I have"),
        ("I've", "I have"),
        ("You've", "You have"),
        ("you've", "you have"),
        ("weren't", "were not"),
        ("aren't", "are not"),
        ("hadn't", "had not"),
        ("I'd (?=forgotten|wondered|hoped|almost|never|been|had|expected|thought)", "I had "),
        ("That'd", "That would"),
        ("that'd", "that would"),
        ("shouldn't", "should not"),
        ("I'd rather", "I would rather"),
        ("I'd", "I would"),
        ("You'd", "You would"),
        ("you'd", "you would"),
        ("I'll", "I will"),
        ("We're", "We are"),
        ("we're", "we are"),
        ("We're", "We are"),
        ("we're", "we are"),
        ("it's", "it is"),
        ("It's", "It is"),
        ("that's", "that is"),
        ("That's", "That is"),
        ("there's", "there is"),
        ("There's", "There is"),
        ("you're", "you are"),
        ("You're", "You are"),
        ("they're", "they are"),
        ("They're", "They are"),
        ("don't", "do not"),
        ("Don't", "Do not"),
        ("doesn't", "does not"),
        ("didn't", "did not"),
        ("can't", "cannot"),
        ("Can't", "Cannot"),
        ("couldn't", "could not"),
        ("it'll", "it will"),
        ("It'll", "It will"),
        ("that'll", "that will"),
        ("That'll", "That will"),
        ("you'll", "you will"),
        ("You'll", "You will"),
        ("they'll", "they will"),
        ("They'll", "They will"),
        ("Aren't", "Are not"),
        ("Weren't", "Were not"),
        ("hasn't", "has not"),
        ("Hasn't", "Has not"),
        ("Hadn't", "Had not"),
        ("Shouldn't", "Should not"),
        ("I'd have", "I should have"),
        ("won't", "will not"),
        ("wouldn't", "would not"),
        ("isn't", "is not"),
        ("wasn't", "was not"),
        ("haven't", "have not"),
        ("I guess", "I suppose"),
    ]);

    private static readonly (Regex Full, string Short)[] Written = Compiled([
        ("I am(?= [a-z])", "I'm"),
        ("I have(?= (been|never|had|not|always|lived|worked|known|kept|[a-z]+ed)\\b)", "I've"),
        ("I would", "I'd"),
        ("cannot", "can't"),
        ("do not", "don't"),
        ("did not", "didn't"),
        ("does not", "doesn't"),
        ("is not", "isn't"),
        ("was not", "wasn't"),
        ("were not", "weren't"),
        ("has not", "hasn't"),
        ("have not", "haven't"),
        ("had not", "hadn't"),
        ("will not", "won't"),
        ("would not", "wouldn't"),
        ("could not", "couldn't"),
        ("it is", "it's"),
    ]);

    public static Register Of(Persona persona)
    {
        var speech = persona.Speech;
        var own = string.Join(
            ' ',
            speech.Yes.Concat(speech.Heard).Concat(speech.Minimal).Concat(speech.Openers).Concat(speech.No).Concat(speech.Bristle)
        );
        if (LooseWords().IsMatch(own))
        {
            return Register.Loose;
        }

        var loose = persona.Style is CommunicationStyle.Casual or CommunicationStyle.Confrontational || persona.Age < 20;
        var formal = persona.Style == CommunicationStyle.Formal || own.Length > 200 && !own.Contains('\'', StringComparison.Ordinal);
        return formal ? Register.Formal
            : own.Length == 0 && loose ? Register.Loose
            : Register.Plain;
    }

    /// <summary>Whether this person would say the line at all.</summary>
    public static bool Suits(string line, Register register) =>
        register == Register.Loose || !(register == Register.Formal ? Colloquial() : Slang()).IsMatch(line);

    public static string Apply(string line, Register register, Mood mood, VoiceDice dice)
    {
        if (register != Register.Loose)
        {
            line = Yeah().Replace(line, match => match.Value[0] == 'Y' ? "Yes" : "yes");
        }

        if (register == Register.Formal)
        {
            line = Okay().Replace(line, match => match.Value[0] == 'O' ? "All right" : "all right");
            foreach (var (brief, full) in Contractions)
            {
                line = brief.Replace(line, full);
            }
        }

        var clipped = mood.Style == CommunicationStyle.Brief && SubjectBeforeVerb().IsMatch(line) && dice.Chance(55);
        return clipped ? SubjectBeforeVerb().Replace(line, "$1", count: 1) : line;
    }

    /// <summary>Written sentences as they are spoken: "I cannot" is "I can't".</summary>
    public static string Contracted(string sentence)
    {
        foreach (var (full, brief) in Written)
        {
            sentence = full.Replace(sentence, brief);
        }

        return sentence;
    }

    private static (Regex, string)[] Compiled((string Short, string Full)[] pairs) =>
        [.. pairs.Select(pair => (new Regex($@"\b{pair.Short}\b", RegexOptions.CultureInvariant), pair.Full))];

    [GeneratedRegex(@"\b(yeah|yep|yup|nah|nope|kinda|gonna|ain't|dunno|y'all)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LooseWords();

    [GeneratedRegex(@"\b(nah|nope|yup|yep|kinda|gonna|wanna|idk|dunno|meh|for real|bugs me|freak)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Slang();

    [GeneratedRegex(
        @"\b(nah|nope|yup|yep|kinda|kind of|sort of|pretty much|gonna|wanna|idk|dunno|meh|for real|bugs me|freak|stuff|mad|lousy|mess|a bunch|huh|a thing|damn|what's that|fine by|get by|no offense|you ever|stupid|crazy|dog with a sock)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Colloquial();

    [GeneratedRegex(@"\b[Yy]eah\b")]
    private static partial Regex Yeah();

    [GeneratedRegex(@"\b[Oo]kay\b")]
    private static partial Regex Okay();

    [GeneratedRegex(@"^I (don't|didn't|can't|couldn't|haven't|wouldn't|guess|suppose|manage|try|get by)\b")]
    private static partial Regex SubjectBeforeVerb();
}
