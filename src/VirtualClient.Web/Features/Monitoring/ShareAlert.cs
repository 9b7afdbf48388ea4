using VirtualClient.Simulation.Models;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring;

/// <summary>
/// Replies that end at the token limit are whole but cut short, and refused ones are none at all; more than one in a hundred is worth a look at the
/// limit, the client or the model.
/// </summary>
internal sealed class ShareAlert(RouteBoard board, ProblemLog problems)
{
    /// <summary>Below this many calls a share says little.</summary>
    private const int LeastCalls = 50;

    private const double Share = 0.01;

    private readonly Dictionary<(string Route, string Code), int> reported = [];

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var health in await board.ReadAsync(cancellationToken))
        {
            var figures = board.FiguresOf(health.Route)!;
            await TellAsync(health.Route, "token-limit", figures.Cut, figures.Calls, "ended at the token limit", cancellationToken);
            await TellAsync(health.Route, "refusals", figures.Refused, figures.Calls, "were refused by the provider", cancellationToken);
        }
    }

    private async Task TellAsync(string route, string code, int count, int calls, string what, CancellationToken cancellationToken)
    {
        var high = calls >= LeastCalls && count > calls * Share;
        // Told again only when it got worse, not every few seconds.
        if (high && count > reported.GetValueOrDefault((route, code)))
        {
            await problems.ReportAsync(
                code,
                route,
                Severity.Medium,
                $"Of the last {calls} calls of the route \"{route}\", {count} {what}.",
                null,
                cancellationToken
            );
        }

        reported[(route, code)] = high ? count : 0;
    }
}
