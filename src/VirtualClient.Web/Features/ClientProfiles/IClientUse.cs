namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Something that holds on to a client.</summary>
/// <param name="Kind">What it is, in the plural ("conversations").</param>
/// <param name="Count">How many.</param>
/// <param name="Sentence">The same for a person ("12 conversations, 2 of them under way").</param>
public sealed record ClientUse(string Kind, int Count, string Sentence);

/// <summary>Asked before a client is deleted; each feature that holds on to clients registers its own.</summary>
public interface IClientUse
{
    /// <summary>What holds on to this client, or null.</summary>
    Task<ClientUse?> OfAsync(Guid clientId, CancellationToken cancellationToken);
}
