using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles;

/// <summary>Puts a client away, and brings it back as what it was. Conversations that are under way go on.</summary>
internal sealed class ArchiveClient(UpdateClient update, TimeProvider clock)
{
    public Task<TeacherClient> ArchiveAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(user, id, profile => profile.Archive(clock.GetUtcNow()), cancellationToken);

    public Task<TeacherClient> RestoreAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(user, id, profile => profile.Restore(clock.GetUtcNow()), cancellationToken);

    public Task<TeacherClient> ShareAsync(CurrentUser user, Guid id, bool shared, CancellationToken cancellationToken) =>
        ChangeAsync(user, id, profile => profile.Share(shared, clock.GetUtcNow()), cancellationToken);

    private async Task<TeacherClient> ChangeAsync(
        CurrentUser user,
        Guid id,
        Action<ClientProfile> change,
        CancellationToken cancellationToken
    )
    {
        var profile = await update.OwnAsync(user, id, cancellationToken);
        change(profile);
        await update.SaveAsync(user, id, cancellationToken);
        return TeacherClient.Of(profile, user);
    }
}
