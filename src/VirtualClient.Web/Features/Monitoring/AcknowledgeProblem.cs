using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

public sealed class AcknowledgeProblemInput
{
    /// <summary>What was done about it, for the others.</summary>
    [StringLength(400, ErrorMessage = "A note is at most 400 characters.")]
    public string? Note { get; set; }
}

/// <summary>Says that somebody has seen to a problem; when it happens again it is a new one. A second time changes nothing.</summary>
internal sealed class AcknowledgeProblem(AppDbContext db, WriteGate gate, AuditLog audit, TimeProvider clock)
{
    public async Task<ProblemView> HandleAsync(
        CurrentUser user,
        Guid id,
        AcknowledgeProblemInput input,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await gate.CommitAsync(
            db,
            async () =>
            {
                var open = db.Set<Problem>().Where(p => p.Id == id && p.AcknowledgedAt == null);
                var changed = await open.ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(p => p.AcknowledgedAt, now)
                            .SetProperty(p => p.AcknowledgedBy, user.Id)
                            .SetProperty(p => p.Note, input.Note),
                    cancellationToken
                );
                if (changed > 0)
                {
                    audit.Add(db, user.Id, "problem.acknowledged", targetType: "problem", targetId: id);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken
        );
        var seen =
            await db.Set<Problem>()
                .AsNoTracking()
                .Where(p => p.Id == id)
                .Select(p => new
                {
                    Problem = p,
                    By = db.Users.Where(u => u.Id == p.AcknowledgedBy).Select(u => u.DisplayName).FirstOrDefault(),
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw DomainException.NotFound();
        return ProblemView.Of(seen.Problem, seen.By);
    }
}
