using System.Text;

namespace VirtualClient.Simulation.Client;

/// <summary>Text as rules read it: straight quotes, plain spaces and hyphens, nothing invisible between letters.</summary>
internal static class PlainText
{
    public static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u2018' or '\u2019' or '\u02BC' or '\uFF07':
                    plain.Append('\'');
                    break;
                case '\u201C' or '\u201D':
                    plain.Append('"');
                    break;
                case '\u00A0' or '\u2007' or '\u202F' or '\t':
                    plain.Append(' ');
                    break;
                case '\u2010' or '\u2011':
                    plain.Append('-');
                    break;
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF':
                case >= '\u202A' and <= '\u202E':
                case >= '\u2066' and <= '\u2069':
                    // Invisible: would split a word for a rule and not for a reader.
                    break;
                case >= '\uFF01' and <= '\uFF5E':
                    plain.Append((char)(c - 0xFEE0));
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        return plain.ToString();
    }

    /// <summary>Lower-case words of a text; letters, digits and inner apostrophes only.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Normalize(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c != '\'')
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
