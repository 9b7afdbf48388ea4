namespace VirtualClient.Web.Data;

/// <summary>What a query says of itself in a comment, for those who read or count queries.</summary>
internal static class QueryTags
{
    /// <summary>Its answer is remembered for seconds or minutes by the whole server, so it belongs to no request that happens to ask first.</summary>
    public const string Remembered = "remembered";
}
