using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Turns;

/// <summary>Words of the student's that a reply may take up, those the client has used before first. Reads no fact of the persona.</summary>
internal static partial class Echoes
{
    private const int AtMost = 3;

    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "thing",
        "things",
        "way",
        "bit",
        "lot",
        "kind",
        "sort",
        "time",
        "moment",
        "first",
        "next",
        "last",
        "same",
        "other",
        "one",
        "best",
        "worst",
        "most",
        "least",
        "right",
        "point",
        "part",
        "name",
        "own",
        "more",
        "very",
        "really",
        "is",
        "was",
        "are",
        "has",
        "will",
        "makes",
        "must",
        "sounds",
        "seems",
        "feels",
        "would",
        "could",
        "should",
        "can",
        "not",
        "only",
        "whole",
        "few",
        "little",
        "end",
        "meeting",
        "session",
        "worker",
        "question",
        "answer",
        "rest",
        "idea",
        "case",
        "fact",
        "reason",
        "situation",
        "feeling",
        "feelings",
    };

    public static IReadOnlyList<string> Of(string text, TurnContext context)
    {
        var said = $" {ClientWords.Recent(context, int.MaxValue)} ";
        return Phrases()
            .Matches(text)
            .Select(match => (Phrase: match.Value.ToLowerInvariant(), Noun: match.Groups["noun"].Value.ToLowerInvariant()))
            .Where(echo => !Empty.Contains(echo.Noun))
            .DistinctBy(echo => echo.Noun)
            .OrderByDescending(echo => said.Contains($" {echo.Noun} ", StringComparison.Ordinal))
            .Take(AtMost)
            .Select(echo => echo.Phrase)
            .ToList();
    }

    [GeneratedRegex(@"\b(?:the|your|those|these)\s+(?<noun>[a-z]{3,20})\b(?!['’])", RegexOptions.IgnoreCase)]
    private static partial Regex Phrases();
}
