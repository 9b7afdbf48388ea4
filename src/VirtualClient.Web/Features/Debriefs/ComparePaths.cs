using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>A conversation and another try of it. They are the same before turn <paramref name="From"/>.</summary>
public sealed record TwoPaths(HeldConversation First, HeldConversation Again, int From);

/// <summary>Puts another try beside what it was tried from.</summary>
internal sealed class ComparePaths(ReadDebrief read)
{
    /// <param name="id">The other try.</param>
    /// <exception cref="DomainException">Not there, not yours, no other try, or one of the two is still open.</exception>
    public async Task<TwoPaths> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var again = await read.HeldAsync(user, id, cancellationToken);
        if (again.Conversation is not { BranchOf: { } original, BranchTurn: { } from })
        {
            throw DomainException.NotFound();
        }

        return new TwoPaths(await read.HeldAsync(user, original, cancellationToken), again, from);
    }
}
