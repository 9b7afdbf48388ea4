using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

public sealed class SwitchRouteInput
{
    /// <summary>For whoever looks at it later; kept in the audit log.</summary>
    [NotBlank(ErrorMessage = "Say why; the reason is kept in the audit log.")]
    [StringLength(400, ErrorMessage = "A reason is at most 400 characters.")]
    public string? Reason { get; set; }
}

/// <summary>Stops calling a route, or calls it again, by hand. The deed, its reason and the state are committed together, before anything changes.</summary>
internal sealed class SwitchRoute(
    IDbContextFactory<AppDbContext> factory,
    WriteGate gate,
    AuditLog audit,
    RouteBoard board,
    ReadRoutes routes,
    TimeProvider clock
)
{
    public Task<RouteReport> IsolateAsync(CurrentUser user, string name, SwitchRouteInput input, CancellationToken cancellationToken) =>
        SwitchAsync(user, name, CircuitState.Isolated, input.Reason!.Trim(), cancellationToken);

    public Task<RouteReport> RestoreAsync(CurrentUser user, string name, SwitchRouteInput input, CancellationToken cancellationToken) =>
        SwitchAsync(user, name, CircuitState.Closed, input.Reason!.Trim(), cancellationToken);

    private async Task<RouteReport> SwitchAsync(
        CurrentUser user,
        string name,
        CircuitState state,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var before = await routes.OneAsync(name, cancellationToken) ?? throw DomainException.NotFound();
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            var verb = state == CircuitState.Isolated ? "isolated" : "restored";
            audit.Add(
                db,
                user.Id,
                "route." + verb,
                "route",
                before: $"{before.Name}: {before.Circuit}",
                after: $"{before.Name}: {verb}. {reason}"
            );
            var health = new RouteHealth(before.Name, state, null, 0, false, before.LastError, clock.GetUtcNow())
            {
                LastErrorAt = before.LastErrorAt,
            };
            await gate.CommitAsync(db, () => CircuitStore.PutAsync(db, health, cancellationToken), cancellationToken);
        }

        // The switch here; other servers read the table.
        await (
            state == CircuitState.Isolated
                ? board.IsolateAsync(before.Name, CancellationToken.None)
                : board.RestoreAsync(before.Name, CancellationToken.None)
        );
        return (await routes.OneAsync(name, cancellationToken))!;
    }
}
