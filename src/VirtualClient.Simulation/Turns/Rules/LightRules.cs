using System.Buffers;
using System.Text.RegularExpressions;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Whether a turn is light: laughter, a joke owned as one, or a laugh at the student's own expense. What a joke is about is not read;
/// a light turn that blames, threatens or makes small is not light.
/// </summary>
internal static class LightRules
{
    private static readonly LabelCode[] Spoils =
    [
        LabelCode.BoundaryBreach,
        LabelCode.Confronting,
        LabelCode.Warning,
        LabelCode.Minimizing,
        LabelCode.SafetyQuestion,
    ];

    private static readonly Regex Laughter = new(
        @"\b(?:(?:ha ?){2,}h?|he ?he|lol|lmao|just kidding|i am (?:only )?(?:kidding|joking)|no pun intended|that (?:made|makes) me (?:laugh|smile)|you got me there|i walked into that|guilty as charged|my own (?:handwriting|coffee|cooking|parking|jokes?|sense of direction))\b|[:;]-?[)D](?=\s|$)|\p{So}|\*(?:laughs?|grins?|smiles?|chuckles?)[^*]{0,40}\*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>Every match of the expression holds one of these, or a sign that is no letter: few turns do, and only those are read.</summary>
    private static readonly SearchValues<string> LaughingWords = SearchValues.Create(
        [
            "haha",
            "ha ha",
            "hehe",
            "he he",
            "lol",
            "lmao",
            "kidding",
            "joking",
            "no pun",
            "me laugh",
            "me smile",
            "me there",
            "into that",
            "as charged",
            "my own",
        ],
        StringComparison.OrdinalIgnoreCase
    );
    private static readonly SearchValues<char> PlainSigns = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,?!'\"-()/\n"
    );

    public static bool IsLight(Reading reading) => MayLaugh(reading.Text.Raw) && Laughs(reading);

    private static bool MayLaugh(ReadOnlySpan<char> text) => text.ContainsAnyExcept(PlainSigns) || text.ContainsAny(LaughingWords);

    private static bool Laughs(Reading reading) =>
        Laughter.IsMatch(reading.Text.Raw) && !reading.Marks.Any(mark => Spoils.Contains(mark.Code) && !LearnedLabels.Gave(mark));
}
