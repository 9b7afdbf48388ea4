using System.Buffers.Text;
using System.Text;

namespace VirtualClient.Web.Infrastructure;

/// <summary>A part of a list and the opaque key of the next part; null when this is the last. Lists are complete, never cut in silence.</summary>
public sealed record KeysetPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Where a page of a list begins: strictly after the row with this time and id, in descending order.</summary>
public sealed record KeysetPosition(DateTimeOffset At, Guid Id)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    public string Encode() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{At.UtcTicks}:{Id:N}"));

    /// <exception cref="DomainException">400: not a key that we gave out.</exception>
    public static KeysetPosition? Decode(string? after)
    {
        if (string.IsNullOrEmpty(after))
        {
            return null;
        }

        try
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(after)).Split(':');
            return new KeysetPosition(new DateTimeOffset(long.Parse(parts[0]), TimeSpan.Zero), Guid.ParseExact(parts[1], "N"));
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new DomainException("bad-key", "The key in \"after\" is not one that this list gave out.", 400);
        }
    }

    public static int Limit(int? asked) =>
        asked is null or (>= 1 and <= MaxLimit)
            ? asked ?? DefaultLimit
            : throw new DomainException("bad-limit", $"\"limit\" is between 1 and {MaxLimit}.", 400);
}
