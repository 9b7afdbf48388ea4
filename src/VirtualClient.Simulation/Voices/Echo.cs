using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <summary>The student's words in the client's mouth: "your daughter" is "my daughter".</summary>
internal static partial class Echo
{
    public static string FromTheClientsSide(string words) =>
        Turned()
            .Replace(
                words.Trim().TrimEnd('.', '?', '!', ','),
                match =>
                    match.Value.ToLowerInvariant() switch
                    {
                        "your" => "my",
                        "yours" => "mine",
                        "yourself" => "myself",
                        "you're" => "I'm",
                        "you" => "me",
                        "i" => "you",
                        _ => "your",
                    }
            );

    [GeneratedRegex(@"\b(yourself|yours|your|you're|you|my|I)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Turned();
}
