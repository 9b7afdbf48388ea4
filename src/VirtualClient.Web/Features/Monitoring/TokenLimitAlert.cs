using VirtualClient.Simulation.Models;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>Replies that end at the token limit are whole but cut short; more than one in a hundred is worth a look at the limit or the model.</summary>
internal sealed class TokenLimitAlert(RouteBoard board, ProblemLog problems)
{
    /// <summary>Below this many calls a share says little.</summary>
    private const int LeastCalls = 50;

    private const double Share = 0.01;

    private readonly Dictionary<string, int> reported = [];

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var health in await board.ReadAsync(cancellationToken))
        {
            var figures = board.FiguresOf(health.Route)!;
            var high = figures.Calls >= LeastCalls && figures.Cut > figures.Calls * Share;
            // Told again only when it got worse, not every few seconds.
            if (high && figures.Cut > reported.GetValueOrDefault(health.Route))
            {
                await problems.ReportAsync(
                    "token-limit",
                    health.Route,
                    Severity.Medium,
                    $"Of the last {figures.Calls} calls of the route \"{health.Route}\", {figures.Cut} ended at the token limit.",
                    null,
                    cancellationToken
                );
            }

            reported[health.Route] = high ? figures.Cut : 0;
        }
    }
}
