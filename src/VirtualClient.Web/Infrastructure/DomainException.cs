namespace VirtualClient.Web.Infrastructure;

/// <summary>
/// A rule says no. <paramref name="code"/> is stable and a heading in docs/errors.md; <paramref name="sentence"/> is what a person reads.
/// </summary>
public sealed class DomainException(string code, string sentence, int status = StatusCodes.Status409Conflict) : Exception(sentence)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>Further members of the problem (the active reply, the newer values); names are camelCase.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();

    /// <summary>When it may go through, for 429 and 503; told as Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Not there or not yours: the same answer for both.</summary>
    public static DomainException NotFound() => new("not-found", "There is nothing here for you.", StatusCodes.Status404NotFound);
}
