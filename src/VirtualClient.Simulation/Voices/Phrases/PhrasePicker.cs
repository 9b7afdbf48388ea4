using System.Text;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices.Phrases;

/// <summary>Picks lines for one reply: those that fit the mood, were not said lately, and whose slots can be filled.</summary>
internal sealed partial class PhrasePicker(Persona persona, Mood mood, IReadOnlyList<string> echoes, VoiceDice dice, SaidBefore said)
{
    /// <summary>How much more often than an untagged line a person's own line is drawn.</summary>
    private const int OwnWeight = 6;

    /// <summary>What each kind of tag adds to a line's weight.</summary>
    private const int TagWeight = 3;

    private readonly PhraseBook book = PhraseBook.Standard;
    private readonly Register register = Delivery.Of(persona);

    /// <summary>A line of the family with at most this many words, or null when all were said lately.</summary>
    public string? Pick(string family, int maxWords = 80)
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

        return Draw(lines, maxWords);
    }

    private string? Draw(List<(string Text, int Weight, bool Own)> lines, int maxWords)
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
            if (Word(text, own) is { } worded && SpokenText.Words(worded) <= maxWords && !said.Recently(worded))
            {
                return worded;
            }

            total -= weight;
            lines.RemoveAt(at);
        }

        return null;
    }

    private string? Word(string text, bool own)
    {
        if (own)
        {
            return SpokenText.Tidy(text);
        }

        var filled = Fill(text);
        return filled is null ? null : SpokenText.Tidy(Delivery.Apply(SpokenText.Tidy(filled), register, mood, dice));
    }

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
            "filler" => Own(persona.Speech.Fillers, "fillers"),
            "yes" => Own(persona.Speech.Yes, "yes").TrimEnd('.'),
            "no" => Own(persona.Speech.No, "no").TrimEnd('.'),
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
            "yes" => persona.Speech.Yes,
            "no" => persona.Speech.No,
            _ => [],
        };

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slots();
}
