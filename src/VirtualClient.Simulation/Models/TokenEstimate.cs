using Microsoft.Extensions.AI;

namespace VirtualClient.Simulation.Models;

/// <summary>Tokens guessed from characters: for the worst case before a call, and where a provider reports none.</summary>
internal static class TokenEstimate
{
    /// <summary>English is near four characters a token; three leaves room for other texts. Source: providers' own rules of thumb.</summary>
    private const int CharactersPerToken = 3;

    /// <summary>What a message costs beside its text: role and separators.</summary>
    private const int PerMessage = 8;

    public static long Of(IEnumerable<ChatMessage> messages) => messages.Sum(m => Of(m.Text.Length) + PerMessage);

    public static long Of(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
