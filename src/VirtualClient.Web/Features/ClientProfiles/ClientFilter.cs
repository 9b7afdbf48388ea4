using VirtualClient.Simulation.Client;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Whose clients a list shows.</summary>
public enum ClientShelf
{
    /// <summary>The teacher's own.</summary>
    Own,

    /// <summary>What colleagues share.</summary>
    Shared,

    BuiltIn,
}

public enum ClientSort
{
    /// <summary>Last change first.</summary>
    Changed,

    Name,

    /// <summary>Gentle ones first.</summary>
    Difficulty,
}

/// <summary>What a teacher looks for.</summary>
public sealed record ClientFilter
{
    public ClientShelf Shelf { get; init; }

    public string? Search { get; init; }

    public Issue? Issue { get; init; }

    public Difficulty? Difficulty { get; init; }

    /// <summary>Null: all that are not archived.</summary>
    public ProfileStatus? State { get; init; }

    public ClientSort Sort { get; init; }

    /// <summary>From the words of a query.</summary>
    /// <exception cref="DomainException">400: a word that is not known.</exception>
    public static ClientFilter Of(string? shelf, string? search, string? issue, string? difficulty, string? state, string? sort) =>
        new()
        {
            Shelf = Word<ClientShelf>("shelf", shelf) ?? ClientShelf.Own,
            Search = search,
            Issue = Word<Issue>("issue", issue),
            Difficulty = Word<Difficulty>("difficulty", difficulty),
            State = Word<ProfileStatus>("state", state),
            Sort = Word<ClientSort>("sort", sort) ?? ClientSort.Changed,
        };

    public IQueryable<ClientProfile> Apply(IQueryable<ClientProfile> clients, CurrentUser user)
    {
        clients = Shelf switch
        {
            ClientShelf.Own => clients.OwnedBy(user),
            ClientShelf.Shared => clients.Where(c => c.IsShared && c.OwnerId != user.Id && c.Status != ProfileStatus.Archived),
            _ => clients.Where(c => c.OwnerId == null),
        };
        clients = State is { } state ? clients.Where(c => c.Status == state) : clients.Where(c => c.Status != ProfileStatus.Archived);
        if (Difficulty is { } difficulty)
        {
            clients = clients.Where(c => c.Difficulty == difficulty);
        }

        if (Issue is { } issue)
        {
            var code = $"|{Codes.Of(issue)}|";
            clients = clients.Where(c => c.IssueCodes.Contains(code));
        }

        foreach (var word in (Search ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            clients = clients.Where(c => c.SearchText.Contains(word));
        }

        return clients;
    }

    private static T? Word<T>(string name, string? word)
        where T : struct, Enum =>
        string.IsNullOrEmpty(word) ? null
        : Codes.Find<T>(word) is { } known ? known
        : throw new DomainException("bad-filter", $"\"{name}\" is one of: {string.Join(", ", Codes.All<T>())}.", 400);
}
