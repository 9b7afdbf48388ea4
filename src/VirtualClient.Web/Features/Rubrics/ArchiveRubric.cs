using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>Puts a rubric away and takes it back out; doing either twice changes nothing.</summary>
internal sealed class ArchiveRubric(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public Task<RubricView> ArchiveAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        DoAsync(user, id, rubric => rubric.Archive(clock.GetUtcNow()), cancellationToken);

    public Task<RubricView> RestoreAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        DoAsync(user, id, rubric => rubric.Restore(clock.GetUtcNow()), cancellationToken);

    private async Task<RubricView> DoAsync(CurrentUser user, Guid id, Action<Rubric> change, CancellationToken cancellationToken)
    {
        var rubric = await db.Set<Rubric>().OwnedBy(user).OneAsync(id, cancellationToken);
        change(rubric);
        await gate.SaveAsync(db, cancellationToken);
        return RubricView.Of(rubric);
    }
}
