using System.Buffers.Text;
using System.Globalization;
using System.Text;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Where a page of clients begins: after this one, whatever the order.</summary>
internal sealed record ClientPosition(DateTimeOffset At, Guid Id, Difficulty Difficulty, string Text)
{
    public static ClientPosition Of(ClientProfile profile) => new(profile.UpdatedAt, profile.Id, profile.Difficulty, profile.SearchText);

    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{At.UtcTicks}:{Id:N}:{(int)Difficulty}:{Text}"));

    /// <exception cref="DomainException">400: not a key that we gave out.</exception>
    public static ClientPosition? Decode(string? after)
    {
        if (string.IsNullOrEmpty(after))
        {
            return null;
        }

        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)).Split(':', 4);
            return new ClientPosition(
                new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero),
                Guid.ParseExact(parts[1], "N"),
                (Difficulty)int.Parse(parts[2], CultureInfo.InvariantCulture),
                parts[3]
            );
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new DomainException("bad-key", "The key in \"after\" is not one that this list gave out.", 400);
        }
    }
}

internal static class ClientOrder
{
    /// <summary>In the order asked for, strictly after a position.</summary>
    public static IQueryable<ClientProfile> InOrder(this IQueryable<ClientProfile> clients, ClientSort sort, ClientPosition? after) =>
        sort switch
        {
            ClientSort.Name => ByName(clients, after),
            ClientSort.Difficulty => ByDifficulty(clients, after),
            _ => ByChange(clients, after),
        };

    private static IQueryable<ClientProfile> ByChange(IQueryable<ClientProfile> clients, ClientPosition? after) =>
        (after is null ? clients : clients.Where(c => c.UpdatedAt < after.At || (c.UpdatedAt == after.At && c.Id.CompareTo(after.Id) < 0)))
            .OrderByDescending(c => c.UpdatedAt)
            .ThenByDescending(c => c.Id);

    private static IQueryable<ClientProfile> ByName(IQueryable<ClientProfile> clients, ClientPosition? after) =>
        (
            after is null
                ? clients
                : clients.Where(c =>
                    string.Compare(c.SearchText, after.Text) > 0 || (c.SearchText == after.Text && c.Id.CompareTo(after.Id) > 0)
                )
        )
            .OrderBy(c => c.SearchText)
            .ThenBy(c => c.Id);

    // Stored as words, so their order is written here.
    private static IQueryable<ClientProfile> ByDifficulty(IQueryable<ClientProfile> clients, ClientPosition? after)
    {
        var rank = (int)(after?.Difficulty ?? Difficulty.Easy);
        return (
            after is null
                ? clients
                : clients.Where(c =>
                    (
                        c.Difficulty == Difficulty.Easy ? 0
                        : c.Difficulty == Difficulty.Moderate ? 1
                        : 2
                    ) > rank
                    || (
                        (
                            c.Difficulty == Difficulty.Easy ? 0
                            : c.Difficulty == Difficulty.Moderate ? 1
                            : 2
                        ) == rank
                        && (string.Compare(c.SearchText, after.Text) > 0 || (c.SearchText == after.Text && c.Id.CompareTo(after.Id) > 0))
                    )
                )
        )
            .OrderBy(c =>
                c.Difficulty == Difficulty.Easy ? 0
                : c.Difficulty == Difficulty.Moderate ? 1
                : 2
            )
            .ThenBy(c => c.SearchText)
            .ThenBy(c => c.Id);
    }
}
