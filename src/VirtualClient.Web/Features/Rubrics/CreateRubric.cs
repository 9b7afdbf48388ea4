using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>Makes a teacher's own rubric.</summary>
internal sealed class CreateRubric(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    public async Task<RubricView> HandleAsync(CurrentUser user, RubricInput input, CancellationToken cancellationToken)
    {
        var rubric = Rubric.OwnedBy(user.Id, input.ToDefinition(), clock.GetUtcNow());
        db.Add(rubric);
        await gate.SaveAsync(db, cancellationToken);
        return RubricView.Of(rubric);
    }
}
