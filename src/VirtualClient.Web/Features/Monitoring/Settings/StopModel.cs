using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Settings;

/// <summary>Isolates or restores every route of a model: one switch for what may be several keys and addresses.</summary>
internal sealed class StopModel(ReadRoutes routes, SwitchRoute route)
{
    public async Task HandleAsync(CurrentUser user, string model, bool on, SwitchRouteInput input, CancellationToken cancellationToken)
    {
        var mine = (await routes.AllAsync(cancellationToken)).Where(r => r.Model == model).ToList();
        if (mine.Count == 0)
        {
            throw new DomainException("unknown-model", $"No route uses \"{model}\".");
        }

        foreach (var one in mine)
        {
            await (
                on
                    ? route.RestoreAsync(user, one.Name, input, cancellationToken)
                    : route.IsolateAsync(user, one.Name, input, cancellationToken)
            );
        }
    }
}
