using System.Collections.Frozen;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>Silence and encouragers ("mhm", "go on", *nods*).</summary>
internal static class SilenceRules
{
    /// <summary>What the Wait button sends.</summary>
    public const string Waits = "(waits)";

    private static readonly FrozenSet<string> Small = new[]
    {
        "mm",
        "hmm",
        "uh",
        "huh",
        "okay",
        "yeah",
        "yes",
        "yep",
        "yup",
        "right",
        "sure",
        "oh",
        "ah",
        "wow",
        "i",
        "see",
        "go",
        "on",
        "ahead",
        "really",
        "got",
        "it",
        "gotcha",
        "and",
        "so",
        "well",
        "please",
        "continue",
        "am",
        "listening",
        "take",
        "your",
        "time",
        "all",
        "of",
        "course",
        "understand",
        "no",
        "good",
        "great",
        "true",
        "exactly",
        "definitely",
        "absolutely",
        "totally",
        "fair",
        "enough",
        "cool",
        "nice",
        "alright",
        "then",
        "still",
        "here",
        "keep",
        "going",
        "that",
        "is",
        "fine",
        "interesting",
        "with",
        "you",
        "hear",
        "tell",
        "me",
        "more",
        "makes",
        "sense",
        "thank",
        "thanks",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Nods =
    [
        "nod",
        "smile",
        "lean",
        "listen",
        "wait",
        "pause",
        "eye contact",
        "quiet",
        "tissue",
        "sits",
        "silence",
        "gentle",
    ];

    private static readonly string[] Kind =
    [
        "\U0001F642",
        "\U0001F44D",
        "\U0001F60A",
        "\u2764",
        "\U0001F64F",
        "\U0001F917",
        "\U0001F622",
        "\U0001F614",
        "\U0001F97A",
        "\U0001F64C",
        "\U0001F601",
        "\U0001F603",
    ];

    public static bool IsSilence(string text)
    {
        var trimmed = text.Trim().Trim('(', ')', '*', '[', ']', '.', ' ', '\u2026');
        return trimmed.Equals("waits", StringComparison.OrdinalIgnoreCase)
            || trimmed.Equals("silence", StringComparison.OrdinalIgnoreCase)
            || trimmed.Equals("waits quietly", StringComparison.OrdinalIgnoreCase)
            || trimmed.Equals("stays silent", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Marks a turn that only keeps the client talking.</summary>
    public static void Apply(Reading reading)
    {
        var words = reading.Text.Words;
        if (words.Count == 0)
        {
            if (reading.Text.Cues.Any(cue => Nods.Any(nod => cue.Contains(nod, StringComparison.Ordinal))))
            {
                reading.Add(LabelCode.Encourager, 0, 0, "encourager.cue");
            }
            else if (Kind.Any(sign => reading.Text.Raw.Contains(sign, StringComparison.Ordinal)))
            {
                reading.Add(LabelCode.Encourager, 0, 0, "encourager.emoji");
            }

            return;
        }

        if (words.Count <= 7 && words.All(word => Small.Contains(word.Form)) && !Asks(reading))
        {
            reading.Add(LabelCode.Encourager, 0, reading.Text.Normal.Length, "encourager.words");
        }
    }

    private static bool Asks(Reading reading) =>
        Array.Exists(
            reading.Questions,
            kind => kind is QuestionKind.Open or QuestionKind.Closed or QuestionKind.Leading or QuestionKind.Permission
        );
}
