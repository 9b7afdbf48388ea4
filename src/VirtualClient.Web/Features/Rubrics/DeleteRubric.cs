using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>Deletes a teacher's own rubric that nothing holds on to; what is in use is archived instead.</summary>
internal sealed class DeleteRubric(IEnumerable<IRubricUse> holders, AppDbContext db, WriteGate gate, AuditLog audit)
{
    public async Task HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var rubric = await db.Set<Rubric>().OwnedBy(user).OneAsync(id, cancellationToken);
        var found = new List<RubricUse>();
        foreach (var holder in holders)
        {
            if (await holder.OfAsync(id, cancellationToken) is { } use)
            {
                found.Add(use);
            }
        }

        if (found.Count > 0)
        {
            throw InUse(rubric.Name, found);
        }

        db.Remove(rubric);
        audit.Add(db, user.Id, "rubric.deleted", "rubric", id);
        try
        {
            await gate.CommitAsync(
                db,
                async () =>
                {
                    foreach (var holder in holders)
                    {
                        await holder.LetGoAsync(db, id, cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
        }
        catch (DbUpdateException e) when (e.IsHeld())
        {
            // Put to use in the moment between asking and deleting.
            throw InUse(rubric.Name, []);
        }
    }

    private static DomainException InUse(string name, List<RubricUse> uses) =>
        new(
            "rubric-in-use",
            $"\"{name}\" is in use{(uses.Count == 0 ? "" : ": " + string.Join("; ", uses.Select(use => use.Sentence)))}. Archive this rubric instead."
        )
        {
            Details = new Dictionary<string, object?> { ["uses"] = uses },
        };
}
