namespace VirtualClient.Web.Data;

/// <summary>Patterns of LIKE, escaped with a backslash; the column is put into lower case by the query.</summary>
internal static class LikePattern
{
    /// <summary>Found anywhere in the text, in any case; % and _ are what they are.</summary>
    public static string Holding(string words) =>
        "%" + string.Concat(words.ToLowerInvariant().Select(c => c is '%' or '_' or '\\' ? $"\\{c}" : c.ToString())) + "%";
}
