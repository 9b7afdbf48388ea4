using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Monitoring.Servers;

/// <summary>
/// Tells somebody outside that the database is away, while it is away and nothing can be written. Servers cannot agree on who tells it without the
/// database, so each of them does, after 15 seconds, and once an hour while it lasts.
/// </summary>
internal sealed class OutageAlert(AlertMessenger messenger, TimeProvider clock)
{
    public const string Code = "database-away";
    public const string Source = "database";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    private DateTimeOffset triedAt = DateTimeOffset.MinValue;

    /// <summary>When somebody was told last, in any outage.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public async Task AwayAsync(string server, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!messenger.IsOn || now - since < Patience || now - ToldAt < ProblemAlerts.Once || now - triedAt < Again)
        {
            return;
        }

        triedAt = now;
        var problem = new Problem
        {
            Code = Code,
            Source = Source,
            Severity = Severity.Critical,
            Sentence = $"The database has not answered server {server} since {since:u}. Nothing can be read or said until it does.",
            FirstSeenAt = since,
            LastSeenAt = now,
        };
        if (await messenger.TellAsync(problem, cancellationToken))
        {
            ToldAt = now;
        }
    }
}
