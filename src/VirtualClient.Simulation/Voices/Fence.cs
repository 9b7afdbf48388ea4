using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Voices;

/// <summary>
/// Makes foreign text (authored or typed by a student) safe to stand between the markers of a prompt. Our markers are angle brackets, and
/// no angle bracket survives this, so no text can close its fence; the marks by which chat templates tell roles apart do not survive either.
/// The words are untouched.
/// </summary>
internal static partial class Fence
{
    public static string Clean(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (IsClean(text, most))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, most));
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= most)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune) || rune.Value is 0x2800 or 0x3164)
            {
                space = clean.Length > 0;
                continue;
            }

            // Invisible, private or broken characters say nothing to a reader and may say something to a tokenizer.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse)
            {
                continue;
            }

            if (space)
            {
                clean.Append(' ');
                space = false;
            }

            clean.Append(
                rune.Value switch
                {
                    '<' or 0xFF1C or 0xFE64 => "\u2039",
                    '>' or 0xFF1E or 0xFE65 => "\u203A",
                    '{' or 0xFF5B => "(",
                    '}' or 0xFF5D => ")",
                    '`' => "'",
                    '|' => "/",
                    _ => rune.ToString(),
                }
            );
        }

        return RoleMark().Replace(clean.ToString(), m => m.Value.Replace('[', '(').Replace(']', ')').Replace('#', ' ').Trim());
    }

    /// <summary>Nearly every text is clean already, and the whole history goes through here at every turn.</summary>
    private static bool IsClean(string text, int most) =>
        text.Length <= most
        && !text.AsSpan().ContainsAnyExcept(Harmless)
        && text[0] != ' '
        && text[^1] != ' '
        && !text.Contains("  ", StringComparison.Ordinal);

    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        " !\"$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_abcdefghijklmnopqrstuvwxyz~\u2013\u2014\u2018\u2019\u201C\u201D\u2026"
    );

    [GeneratedRegex(@"\[/?(?:INST|SYS|SYSTEM|ASSISTANT|USER)\]|#{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoleMark();
}
