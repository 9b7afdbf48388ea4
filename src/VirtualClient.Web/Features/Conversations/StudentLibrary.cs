using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>What a student looks for in the library.</summary>
public sealed record LibraryFilter(string? Search, Issue? Issue, Difficulty? Difficulty);

/// <summary>The clients a student may practise with, each with the conversation that waits to be resumed.</summary>
internal sealed class StudentLibrary(AppDbContext db)
{
    public async Task<IReadOnlyList<StudentClient>> ListAsync(CurrentUser user, LibraryFilter filter, CancellationToken cancellationToken)
    {
        var profiles = await db.Set<ClientProfile>()
            .AsNoTracking()
            .VisibleTo(db, user)
            .Where(c => c.Status == ProfileStatus.Published)
            .OrderBy(c => c.OwnerId == null ? 1 : 0)
            .ThenBy(c => c.SortOrder)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        var active = await ActiveAsync(user, cancellationToken);
        return
        [
            .. profiles
                .Select(profile => StudentClient.Of(profile, active.TryGetValue(profile.Id, out var id) ? id : null))
                .Where(client => Fits(client, filter)),
        ];
    }

    /// <exception cref="DomainException">Not there or not for this student.</exception>
    public async Task<(ClientProfile Profile, Guid? ActiveConversationId)> OneAsync(
        CurrentUser user,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var profile =
            await db.Set<ClientProfile>()
                .AsNoTracking()
                .VisibleTo(db, user)
                .FirstOrDefaultAsync(c => c.Id == id && c.Status == ProfileStatus.Published, cancellationToken)
            ?? throw DomainException.NotFound();
        var active = await ActiveAsync(user, cancellationToken);
        return (profile, active.TryGetValue(id, out var conversation) ? conversation : null);
    }

    private Task<Dictionary<Guid, Guid>> ActiveAsync(CurrentUser user, CancellationToken cancellationToken) =>
        db.Set<Conversation>()
            .VisibleTo(user)
            .Where(c => c.Status == ConversationStatus.Active && !c.IsTest && c.PairId == null)
            .Select(c => new { c.ClientProfileId, c.Id })
            .ToDictionaryAsync(c => c.ClientProfileId, c => c.Id, cancellationToken);

    private static bool Fits(StudentClient client, LibraryFilter filter) =>
        (filter.Issue is not { } issue || client.Issues.Contains(issue))
        && (filter.Difficulty is not { } difficulty || client.Difficulty == difficulty)
        && (filter.Search ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word =>
                client.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
                || client.Summary.Contains(word, StringComparison.OrdinalIgnoreCase)
                || client.Setting.Contains(word, StringComparison.OrdinalIgnoreCase)
                || client.Issues.Any(i => i.ToString().Contains(word, StringComparison.OrdinalIgnoreCase))
            );
}
