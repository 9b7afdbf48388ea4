using System.Text;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Keeps the student's own account names from the providers: every word of them is replaced by a stand-in that looks like a name, and put
/// back in the reply. Parts that are also in the client's name stay, since the prompt holds them anyway. One instance serves one reply.
/// </summary>
internal sealed partial class StudentNames
{
    // Invented, so that they can be told from every real word when they come back.
    private static readonly string[] StandIns =
    [
        "Ardwyn",
        "Belquist",
        "Corvane",
        "Dellimore",
        "Esterby",
        "Fenwarden",
        "Galdric",
        "Hestonby",
    ];

    // Names that are also everyday words; at the start of a sentence before a small letter they are taken for the word ("Will you").
    private static readonly HashSet<string> AlsoWords = new(
        (
            "will may mark grace hope joy faith rose bill art drew chase grant dawn summer autumn april june august sky rich young day long "
            + "brown black white green king price love can do so an she he my low son penny frank earnest pat jack bob sue rob nick max guy"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private readonly List<HiddenName> outward = [];
    private readonly Dictionary<string, string> inward = new(StringComparer.OrdinalIgnoreCase);

    public StudentNames(IReadOnlyList<string> names, Persona persona)
    {
        var ofClient = NamePart().Matches(persona.Name).Select(m => m.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (
            var part in names.SelectMany(name => NamePart().Matches(name)).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase)
        )
        {
            if (part.Length < 2 || ofClient.Contains(part) || inward.Count == StandIns.Length)
            {
                continue;
            }

            var standIn = StandIns[inward.Count];
            inward.Add(standIn, part);
            outward.Add(new HiddenName(part, standIn));
        }
    }

    /// <summary>The text with the student's names replaced.</summary>
    public string Hide(string text)
    {
        foreach (var name in outward)
        {
            text = name.Hide(text);
        }

        return text;
    }

    /// <summary>The text with the student's names put back.</summary>
    public string Restore(string text) =>
        inward.Count == 0 ? text : StandIn().Replace(text, m => inward.GetValueOrDefault(m.Value, m.Value));

    /// <summary>Puts names back in a stream, holding back a piece's end while it may be the beginning of a stand-in.</summary>
    public StreamRestorer Stream() => new(this);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}'\u2019]+", RegexOptions.CultureInvariant)]
    private static partial Regex NamePart();

    [GeneratedRegex(
        "Ardwyn|Belquist|Corvane|Dellimore|Esterby|Fenwarden|Galdric|Hestonby",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex StandIn();

    /// <summary>One word of a name. The pattern is made when a text holds the word, which few do.</summary>
    private sealed class HiddenName(string part, string standIn)
    {
        private Regex? pattern;

        public string Hide(string text) =>
            text.Contains(part, StringComparison.OrdinalIgnoreCase) ? (pattern ??= Pattern(part)).Replace(text, standIn) : text;

        private static Regex Pattern(string part)
        {
            var escaped = Regex.Escape(part);
            return AlsoWords.Contains(part)
                // As written in the account only, and not where it begins a sentence and a small letter follows.
                ? new Regex(
                    $@"(?<![\p{{L}}\p{{N}}])(?!(?<=(?:^|[.!?]\s+)){escaped}\s+\p{{Ll}}){escaped}(?![\p{{L}}\p{{N}}])",
                    RegexOptions.CultureInvariant
                )
                : new Regex(
                    $@"(?<![\p{{L}}\p{{N}}]){escaped}(?![\p{{L}}\p{{N}}])",
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
                );
        }
    }

    internal sealed class StreamRestorer(StudentNames names)
    {
        private readonly StringBuilder held = new();

        public string Push(string piece)
        {
            if (names.inward.Count == 0)
            {
                return piece;
            }

            held.Append(piece);
            var text = held.ToString();
            var keep = Unfinished(text);
            held.Clear().Append(text, text.Length - keep, keep);
            return names.Restore(text[..^keep]);
        }

        public string Flush()
        {
            var rest = names.Restore(held.ToString());
            held.Clear();
            return rest;
        }

        /// <summary>How many characters at the end may be the beginning of a stand-in.</summary>
        private int Unfinished(string text)
        {
            var longest = 0;
            foreach (var standIn in names.inward.Keys)
            {
                for (var length = Math.Min(standIn.Length - 1, text.Length); length > longest; length--)
                {
                    if (text.EndsWith(standIn[..length], StringComparison.OrdinalIgnoreCase))
                    {
                        longest = length;
                    }
                }
            }

            return longest;
        }
    }
}
