using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>Makes a teacher's own copy of any rubric they can see, built in or archived ones too.</summary>
internal sealed class DuplicateRubric(AppDbContext db, WriteGate gate, TimeProvider clock)
{
    private const string Mark = " (copy)";

    public async Task<RubricView> HandleAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var original = await db.Set<Rubric>().AsNoTracking().VisibleTo(user).OneAsync(id, cancellationToken);
        var copy = Rubric.OwnedBy(user.Id, original.Definition with { Name = NameOfCopy(original.Name) }, clock.GetUtcNow());
        db.Add(copy);
        await gate.SaveAsync(db, cancellationToken);
        return RubricView.Of(copy);
    }

    private static string NameOfCopy(string name)
    {
        var room = RubricRules.LongestName - Mark.Length;
        return (name.Length <= room ? name : name[..room].TrimEnd()) + Mark;
    }
}
