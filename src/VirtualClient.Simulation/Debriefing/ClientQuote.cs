using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>
/// A sentence of the client's that another wording can take up: as it was said, and turned to the client ("I lost my sitter" becomes "you
/// lost your sitter"). Sentences that cannot be turned safely are quoted only.
/// </summary>
/// <param name="Quote">The sentence in quotation marks; null when there was nothing to take up.</param>
/// <param name="You">The sentence said to the client, without its full stop, beginning in upper case; null when it cannot be turned.</param>
internal sealed partial record ClientQuote(string? Quote, string? You)
{
    private const int FewestWords = 3;
    private const int MostWords = 16;

    /// <summary>The most telling sentence of what was heard, newest first; an older turn is looked at when the newest offers nothing.</summary>
    /// <param name="also">What else a sentence must be; null: nothing.</param>
    public static ClientQuote From(Persona persona, IReadOnlyList<string> heard, Func<string, bool>? also = null)
    {
        foreach (var text in heard)
        {
            var best = SaidIn(text)
                .Select(Bare)
                .Where(sentence => Tells(sentence, persona) && also?.Invoke(sentence) != false)
                .OrderByDescending(Weight)
                .FirstOrDefault();
            if (best is not null)
            {
                return new ClientQuote($"“{best}”", Turn(best));
            }
        }

        return new ClientQuote(null, null);
    }

    /// <summary>The sentences of a text without what was only seen.</summary>
    public static IReadOnlyList<string> SaidIn(string text) => Sentences.Split(Gesture().Replace(text, " "));

    /// <summary>Puts the client's words into a wording; a bracket whose words are not there goes, and the sentence begins in upper case.</summary>
    public string Fill(string wording)
    {
        var filled = Bracket()
            .Replace(
                wording,
                match =>
                {
                    var inside = match.Groups[1].Value;
                    return
                        (inside.Contains("{quote}", StringComparison.Ordinal) && Quote is null)
                        || (inside.Contains("{you}", StringComparison.Ordinal) && You is null)
                        ? ""
                        : inside.Replace("{quote}", Quote, StringComparison.Ordinal).Replace("{you}", You, StringComparison.Ordinal);
                }
            )
            .Trim();
        filled = AfterAnd()
            .Replace(
                filled,
                match => match.Groups[1].Value + (match.Groups[2].Value == "I" ? "I" : match.Groups[2].Value.ToLowerInvariant())
            );
        return filled.Length > 0 ? filled
            : Quote is null ? "That sounds like a lot."
            : $"{Quote} There is a lot in that.";
    }

    private static string Bare(string sentence)
    {
        var bare = Opener().Replace(sentence.Trim(), "");
        return bare.Length == 0 ? bare : char.ToUpperInvariant(bare[0]) + bare[1..];
    }

    private static bool Tells(string sentence, Persona persona)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return words is >= FewestWords and <= MostWords
            && !sentence.Contains('?')
            && !Empty().IsMatch(sentence)
            && persona.OpeningLine?.Contains(sentence, StringComparison.OrdinalIgnoreCase) != true
            && !persona.Speech.Minimal.Concat(persona.Speech.Heard).Concat(persona.Speech.Bristle).Any(said => Same(said, sentence));
    }

    private static bool Same(string said, string sentence) =>
        said.TrimEnd('.').Equals(sentence.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static int Weight(string sentence)
    {
        var weight = TurnText.Parse(sentence).Words.Any(word => FeelingWords.FamilyOf(word.Stem) is not null) ? 4 : 0;
        weight += Turn(sentence) is null ? 0 : 3;
        return weight + (sentence.Split(' ').Length >= 6 ? 1 : 0);
    }

    /// <summary>Only what begins with "I" or "my" and speaks of nobody that a turned pronoun could mean.</summary>
    private static string? Turn(string sentence)
    {
        if (!AboutOneself().IsMatch(sentence) || NotTurned().IsMatch(sentence))
        {
            return null;
        }

        var turned = Pronoun()
            .Replace(
                sentence,
                match =>
                    match.Value.ToLowerInvariant().Replace('’', '\'') switch
                    {
                        "i am" => "you are",
                        "i'm" => "you’re",
                        "i was" => "you were",
                        "i wasn't" => "you weren’t",
                        "i've" => "you’ve",
                        "i'd" => "you’d",
                        "i'll" => "you’ll",
                        "my" => "your",
                        "mine" => "yours",
                        "myself" => "yourself",
                        _ => "you",
                    }
            )
            .TrimEnd('.', '!', '…', ' ', ',', ';');
        return char.ToUpperInvariant(turned[0]) + turned[1..];
    }

    [GeneratedRegex(@"\*[^*]*\*")]
    private static partial Regex Gesture();

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(, and )(I(?=[ '])|[A-Z])")]
    private static partial Regex AfterAnd();

    [GeneratedRegex(
        @"^(?:(?:well|so|look|okay|ok|yeah|yes|no|see|honestly|i mean|you know|like|and|but|huh|oh|um|uh|right|sir|ma'am|listen)(?:,|\.\.\.|…)? )*(?<!\w)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Opener();

    [GeneratedRegex(
        @"\b(?:i guess|i don['’]t know|i['’]ll see|thank you|thanks|good (?:morning|afternoon|evening)|hello|hi|hey|put it (?:like that|that way|so)|said it like|heard it said)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Empty();

    [GeneratedRegex(@"^(?:I|I['’](?:m|ve|d|ll)|My) ")]
    private static partial Regex AboutOneself();

    [GeneratedRegex(
        @"\b(?:you|your|yours|we|us|our|ours|we['’]\w+|think|said|say|says|mean|figured|am i|was i)\b|[“”""—:;]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotTurned();

    [GeneratedRegex(@"\b(?:i am|i was|i wasn['’]t|i['’](?:m|ve|d|ll)|i|myself|mine|my|me)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();
}
