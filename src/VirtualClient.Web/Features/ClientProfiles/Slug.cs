using System.Globalization;
using System.Text;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Words as lower-case letters and digits joined by hyphens, for ids and names of files.</summary>
internal static class Slug
{
    private const int Longest = 50;

    public static string Of(string text, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var whole = slug.ToString().Trim('-');
        whole = whole.Length > Longest ? whole[..Longest].TrimEnd('-') : whole;
        return whole.Length == 0 ? otherwise : whole;
    }
}
