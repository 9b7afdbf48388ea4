using System.Text;

namespace VirtualClient.Web.Infrastructure;

/// <summary>What people typed or sent, as it is stored: without outer spaces, broken characters and control characters other than line breaks.</summary>
public static class TypedText
{
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }
}
