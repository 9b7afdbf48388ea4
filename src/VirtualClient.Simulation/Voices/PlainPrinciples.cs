using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// What of a client's principles can be followed without understanding them: words not to say, shorter replies, no questions. A model reads
/// all principles; the built-in voice follows these. An immutable value, read from the text by plain rules. Thread-safe.
/// </summary>
public sealed partial class PlainPrinciples
{
    /// <summary>Characters of all principles that are on, so that none of them falls out of a prompt.</summary>
    public const int MostCharacters = 1_500;

    /// <summary>Characters of one principle.</summary>
    public const int MostCharactersOfOne = 300;

    private static readonly ConditionalWeakTable<Persona, PlainPrinciples> Known = new();

    private PlainPrinciples(IReadOnlyList<string> avoid, bool shorter, bool noQuestions) =>
        (Avoid, Shorter, NoQuestions) = (avoid, shorter, noQuestions);

    /// <summary>Words and phrases that are not said, as the teacher wrote them, without quotation marks.</summary>
    public IReadOnlyList<string> Avoid { get; }

    /// <summary>Replies are one step shorter than they would be.</summary>
    public bool Shorter { get; }

    /// <summary>The client asks nothing.</summary>
    public bool NoQuestions { get; }

    /// <summary>There is nothing to follow.</summary>
    public bool None => Avoid.Count == 0 && !Shorter && !NoQuestions;

    /// <summary>Reads one principle.</summary>
    public static PlainPrinciples Of(string principle) => Of([principle]);

    /// <summary>Reads the principles of a persona.</summary>
    public static PlainPrinciples Of(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return Known.GetValue(persona, p => Of(p.Principles));
    }

    /// <summary>Whether a reply keeps to the words and questions that are not wanted; its length is decided before it is made.</summary>
    internal bool Allows(string reply) =>
        !(NoQuestions && reply.Contains('?', StringComparison.Ordinal)) && !Avoid.Any(word => Says(reply, word));

    internal ReplyPlan Apply(ReplyPlan plan) =>
        plan with
        {
            OwnQuestion = NoQuestions ? null : plan.OwnQuestion,
            Length = Shorter && plan.Length > LengthBand.Minimal ? plan.Length - 1 : plan.Length,
        };

    private static PlainPrinciples Of(IReadOnlyList<string> principles)
    {
        var plain = principles.Select(text => text.Replace('’', '\'').Replace('“', '"').Replace('”', '"')).ToList();
        return new PlainPrinciples(
            [
                .. plain
                    .SelectMany(text => NotSaid().Matches(text))
                    .SelectMany(match => match.Groups["word"].Captures)
                    .Select(capture => capture.Value.Trim(' ', '.', ',', '!', '?'))
                    .Where(word => word.Length > 1)
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ],
            plain.Exists(text => AsksForShort().IsMatch(text) && !TooShort().IsMatch(text)),
            plain.Exists(text => AsksForNoQuestions().IsMatch(text))
        );
    }

    /// <summary>As whole words, in any case and with either apostrophe.</summary>
    private static bool Says(string reply, string word)
    {
        var text = reply.Replace('’', '\'');
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        """\b(?:not|n't|never|avoid|without)\s+(?:ever\s+)?(?:(?:say|saying|use|using|the|words?|phrases?|like|things|such|as|anything|talk|of)\s+)*"(?<word>[^"]{2,200})"(?:\s*(?:,|or|and|nor)+\s*(?:or\s+)?"(?<word>[^"]{2,200})")*""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotSaid();

    [GeneratedRegex(
        @"\b(?:short(?:er)?|brief(?:er|ly)?|(?:fewer|less) words|(?:say|talk|tell) less|less talk|(?:one|two|one or two|a) (?:short )?sentences?|a few words)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AsksForShort();

    [GeneratedRegex(@"\b(?:too|not|less|never)\s+(?:so\s+|be\s+)?(?:short|brief)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooShort();

    [GeneratedRegex(
        @"\b(?:(?:ask(?:s|ing)?\s+)?no\s+questions|(?:not|n't|never|avoid|without|stop)\s+(?:\w+\s+){0,2}?ask(?:ing)?\b[^.;]{0,40}\bquestions?|(?:avoid|without)\s+questions)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AsksForNoQuestions();
}
