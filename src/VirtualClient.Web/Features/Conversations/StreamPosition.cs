namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// How far a page has read: the id of the last event it got. "7" is everything up to and with message 7; "8.42" is that and the first 42
/// characters of reply 8, which was still in the making; "ended" is all there will ever be. Because positions are made of what is stored,
/// any server can go on from any of them, with nothing kept in memory for it.
/// </summary>
internal readonly record struct StreamPosition(int Sequence, int? Offset, bool Ended = false)
{
    public static readonly StreamPosition AfterEnd = new(int.MaxValue, null, true);

    public override string ToString() =>
        Ended ? "ended"
        : Offset is { } offset ? $"{Sequence}.{offset}"
        : $"{Sequence}";

    /// <summary>Null when there is no position or it is not one of ours: the reader then gets a snapshot.</summary>
    public static StreamPosition? Parse(string? text)
    {
        if (text == "ended")
        {
            return AfterEnd;
        }

        var parts = (text ?? "").Split('.');
        if (parts.Length is < 1 or > 2 || !int.TryParse(parts[0], out var sequence) || sequence < 0)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new StreamPosition(sequence, null);
        }

        return int.TryParse(parts[1], out var offset) && offset >= 0 ? new StreamPosition(sequence, offset) : null;
    }
}
