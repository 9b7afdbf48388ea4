using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Assignments;

/// <summary>What became of one client of several.</summary>
/// <param name="Result">created, unchanged or refused.</param>
public sealed record PairItem(
    Guid ClientId,
    string Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null
);

/// <summary>Whom students meet in an assignment and what they are judged by.</summary>
internal sealed class ChangePairs(AppDbContext db, AssignmentDoor door, ChangeAssignment save, AuditLog audit, TimeProvider clock)
{
    /// <returns>The assignment, and whether the pair is new.</returns>
    public async Task<(Assignment Assignment, bool IsNew)> AddAsync(
        CurrentUser user,
        Guid id,
        PairInput input,
        CancellationToken cancellationToken
    )
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        var isNew = await AddOneAsync(user, assignment, input, cancellationToken);
        audit.Add(db, user.Id, "assignment.client-added", "assignment", id);
        await save.SaveAsync(assignment, null, cancellationToken);
        return (assignment, isNew);
    }

    /// <summary>Each by itself: one that is refused keeps no other out.</summary>
    public async Task<IReadOnlyList<PairItem>> AddManyAsync(
        CurrentUser user,
        Guid id,
        PairsInput input,
        CancellationToken cancellationToken
    )
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        var items = new List<PairItem>();
        foreach (var pair in input.Items!)
        {
            try
            {
                items.Add(
                    new PairItem(
                        pair.ClientId!.Value,
                        await AddOneAsync(user, assignment, pair, cancellationToken) ? "created" : "unchanged"
                    )
                );
            }
            catch (DomainException e)
            {
                items.Add(new PairItem(pair.ClientId!.Value, "refused", e.Code, e.Message));
            }
        }

        if (items.Exists(i => i.Result == "created"))
        {
            audit.Add(db, user.Id, "assignment.clients-added", "assignment", id);
            await save.SaveAsync(assignment, null, cancellationToken);
        }

        return items;
    }

    public async Task<Assignment> ChangeAsync(
        CurrentUser user,
        Guid id,
        Guid clientId,
        ChangePairInput input,
        CancellationToken cancellationToken
    )
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        assignment.RequireVersion(input.Version);
        if (input.Names(nameof(input.RubricId)) && input.RubricId is { } rubric)
        {
            await RequireRubricAsync(user, rubric, cancellationToken);
        }

        assignment.Change(clientId, input, clock.GetUtcNow());
        audit.Add(db, user.Id, "assignment.client-changed", "assignment", id);
        await save.SaveAsync(assignment, null, cancellationToken);
        return assignment;
    }

    public async Task<Assignment> RemoveAsync(CurrentUser user, Guid id, Guid clientId, CancellationToken cancellationToken)
    {
        var assignment = await door.TeacherAsync(user, id, cancellationToken);
        assignment.Remove(clientId, clock.GetUtcNow());
        audit.Add(db, user.Id, "assignment.client-removed", "assignment", id);
        await save.SaveAsync(assignment, null, cancellationToken);
        return assignment;
    }

    private async Task<bool> AddOneAsync(CurrentUser user, Assignment assignment, PairInput input, CancellationToken cancellationToken)
    {
        var status =
            await db.Set<ClientProfile>()
                .VisibleTo(db, user)
                .Where(c => c.Id == input.ClientId)
                .Select(c => (ProfileStatus?)c.Status)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        if (status != ProfileStatus.Published)
        {
            throw new DomainException("client-not-published", "Students can meet published clients only. Publish this one first.");
        }

        if (input.RubricId is { } rubric)
        {
            await RequireRubricAsync(user, rubric, cancellationToken);
        }

        return assignment.Add(input.ClientId!.Value, input.RubricId, clock.GetUtcNow()).Changed;
    }

    private async Task RequireRubricAsync(CurrentUser user, Guid rubricId, CancellationToken cancellationToken)
    {
        if (!await db.Set<Rubric>().VisibleTo(user).AnyAsync(r => r.Id == rubricId && r.ArchivedAt == null, cancellationToken))
        {
            throw DomainException.NotFound();
        }
    }
}
