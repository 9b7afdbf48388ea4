using System.Text;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices.Phrases;

/// <summary>Picks lines for one reply: those that fit the mood, were not said lately, and whose slots can be filled.</summary>
internal sealed partial class PhrasePicker(Persona persona, Mood mood, IReadOnlyList<string> echoes, VoiceDice dice, SaidBefore said)
{
    /// <summary>How much more often than an untagged line a person's own line is drawn.</summary>
    private const int OwnWeight = 10;

    /// <summary>What each kind of tag adds to a line's weight.</summary>
    private const int TagWeight = 8;

    private const int OpenerPercent = 12;
    private const int FillerPercent = 7;

    private readonly PhraseBook book = PhraseBook.Standard;
    private readonly Register register = Delivery.Of(persona);

    /// <summary>A line of the family with at most this many words, or null when all were said lately.</summary>
    /// <param name="fits">Which lines may be said, as they stand in the family; all when left out.</param>
    public string? Pick(string family, int maxWords = 80, Func<string, bool>? fits = null)
    {
        var lines = new List<(string Text, int Weight, bool Own)>();
        foreach (var own in OwnLines(family))
        {
            lines.Add((own, OwnWeight, true));
        }

        foreach (var phrase in book.Family(family))
        {
            if (phrase.Tags.Fit(mood) && Delivery.Suits(phrase.Text, register))
            {
                lines.Add((phrase.Text, 1 + TagWeight * phrase.Tags.Specificity, false));
            }
        }

        if (fits is not null)
        {
            lines.RemoveAll(line => !fits(line.Text));
        }

        return Draw(family, lines, maxWords);
    }

    private string? Draw(string family, List<(string Text, int Weight, bool Own)> lines, int maxWords)
    {
        var total = lines.Sum(line => line.Weight);
        while (lines.Count > 0)
        {
            var roll = dice.Below(total);
            var at = 0;
            while ((roll -= lines[at].Weight) >= 0)
            {
                at++;
            }

            var (text, weight, own) = lines[at];
            if (
                Word(family, text, own) is { } worded
                && SpokenText.Words(worded) <= maxWords
                && !said.Recently(worded)
                && !ThanksTooOften(worded)
            )
            {
                return worded;
            }

            total -= weight;
            lines.RemoveAt(at);
        }

        return null;
    }

    private string? Word(string family, string text, bool own)
    {
        if (own)
        {
            return SpokenText.Whole(text);
        }

        var filled = Fill(text);
        if (filled is null)
        {
            return null;
        }

        var line = Delivery.Apply(SpokenText.Tidy(filled), register, mood, dice);
        return SpokenText.Tidy(TakesFlavor(family) ? Flavored(line) : line);
    }

    /// <summary>Families whose lines stand for themselves; an opener before an answer or a leave-taking sounds put on.</summary>
    private static bool TakesFlavor(string family) =>
        family is "opens-up" or "answers-briefly" or "minimizes" or "intellectualizes" or "tests-the-worker" or "feelings" or "daily"
        || family.StartsWith("asked-", StringComparison.Ordinal) && family is not ("asked-name-and-age" or "asked-you");

    /// <summary>Now and then the person's own opener before a line, or a filler at its end.</summary>
    private string Flavored(string line)
    {
        if (!Statement().IsMatch(line) || line.EndsWith("...", StringComparison.Ordinal) || SpokenText.Words(line) < 4)
        {
            return line;
        }

        var opener = Own(persona.Speech.Openers, "openers");
        if (dice.Chance(OpenerPercent) && opener.EndsWith(',') && !said.LatelyBegan(opener))
        {
            return SpokenText.Join(opener, line);
        }

        var filler = Own(persona.Speech.Fillers, "fillers");
        var takes = EndsAThought().IsMatch(filler) && !line.Contains(',', StringComparison.Ordinal) && SpokenText.Words(line) < 9;
        return takes && dice.Chance(FillerPercent) && !said.Recently(filler) ? $"{line[..^1]}, {filler}." : line;
    }

    /// <summary>Thanks are rare: a person who is moved, and once in a conversation.</summary>
    private bool ThanksTooOften(string line) =>
        LintPatterns.Thanks().IsMatch(line) && (mood.Affect is not (Affect.Warm or Affect.Relieved) || said.HasThanked);

    /// <summary>Resolves <c>{a|b}</c> choices and named slots; null when a slot has nothing to offer.</summary>
    private string? Fill(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder();
        var from = 0;
        foreach (var slot in Slots().EnumerateMatches(text))
        {
            filled.Append(text, from, slot.Index - from);
            var inside = text.Substring(slot.Index + 1, slot.Length - 2);
            var word = inside.Contains('|', StringComparison.Ordinal) ? One(inside.Split('|')) : Named(inside);
            if (word is null)
            {
                return null;
            }

            filled.Append(word);
            from = slot.Index + slot.Length;
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    private string? Named(string slot) =>
        slot switch
        {
            "name" => persona.Name.Split(' ')[0],
            "full-name" => persona.Name,
            "age" => persona.Age.ToString(),
            "echo" => echoes.Count > 0 ? echoes[0] : null,
            "opener" => Own(persona.Speech.Openers, "openers"),
            _ => throw new FormatException($"'{slot}' is no slot."),
        };

    private string Own(IReadOnlyList<string> own, string family)
    {
        if (own.Count > 0)
        {
            return One(own);
        }

        var fitting = book.Family(family).Where(phrase => phrase.Tags.Fit(mood) && Delivery.Suits(phrase.Text, register)).ToList();
        return fitting[dice.Below(fitting.Count)].Text;
    }

    private string One(IReadOnlyList<string> of) => of[dice.Below(of.Count)];

    private IReadOnlyList<string> OwnLines(string family) =>
        family switch
        {
            "minimal" => persona.Speech.Minimal,
            "heard" => persona.Speech.Heard,
            "bristles" => persona.Speech.Bristle,
            "asked-check" or "asked-understood" => persona.Speech.Yes,
            "corrects" => [.. persona.Speech.No.Where(no => Denies().IsMatch(no))],
            _ => [],
        };

    [GeneratedRegex(
        @"^(you know|you see|or (whatever|something)|so to speak|as it were|in a (way|manner of speaking)|I (daresay|guess|suppose|must say|don't mind saying)|I'll say that much|the way I see it|tell you the truth|more or less|as they say|if you like|if that makes sense|give or take|that kind of thing|as far as I know|I'm telling you|you understand|and stuff|is all|that's all|to the best of my knowledge)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex EndsAThought();

    /// <summary>One sentence that says something: no order, no question, no exclamation.</summary>
    [GeneratedRegex(
        @"^(I|I'm|I've|I'd|It|It's|You|The|There|There's|We|They|My|Some|Some days|Nobody|Everybody|People|Mornings|That's) [^.?]*\.$"
    )]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"\b(that's not|that isn't|isn't that|isn't it|not it|not quite|not exactly|not accurate|wouldn't say|wrong)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Denies();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slots();
}
