using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Features.Monitoring.Servers;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Faults;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

/// <summary>A database that is away cannot be written to, and somebody has to hear of it all the same.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Somebody_outside_hears_of_it_while_the_database_is_away_once_and_it_is_written_down_when_it_is_back()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var clock = new MovableClock();
        var (host, database) = await BrokenDatabase.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            $"Monitoring:WebhookUrl={receiver.Address}",
            "Monitoring:WebhookSecret=a-secret-for-the-webhook"
        );
        await using var _ = host;
        var heartbeat = host.Services.GetRequiredService<Heartbeat>();
        database.Now = BrokenDatabase.Trouble.Down;
        await heartbeat.BeatAsync(CancellationToken.None);
        Assert.Empty(receiver.Received);

        clock.Move(TimeSpan.FromSeconds(16));
        receiver.Status = 500;
        await heartbeat.BeatAsync(CancellationToken.None);
        await receiver.UntilAsync(1);
        Assert.Contains("has not answered", receiver.Received.Single().Body, StringComparison.Ordinal);
        Assert.Contains("\"severity\":\"critical\"", receiver.Received.Single().Body, StringComparison.Ordinal);

        // Refused, so it is tried again five minutes later, and heard then.
        receiver.Status = 200;
        await heartbeat.BeatAsync(CancellationToken.None);
        Assert.Single(receiver.Received);
        clock.Move(TimeSpan.FromMinutes(5));
        await heartbeat.BeatAsync(CancellationToken.None);
        await receiver.UntilAsync(2);

        clock.Move(TimeSpan.FromMinutes(10));
        await heartbeat.BeatAsync(CancellationToken.None);
        database.Now = BrokenDatabase.Trouble.None;
        await heartbeat.BeatAsync(CancellationToken.None);
        var problem = await UntilWrittenAsync(host);
        Assert.Equal((Severity.Critical, 1), (problem.Severity, problem.Count));
        Assert.Contains("did not answer for", problem.Sentence, StringComparison.Ordinal);

        // What comes after it comes through, and it is not told a second time in the hour.
        await host
            .Services.GetRequiredService<ProblemLog>()
            .ReportAsync("route-open", "haiku", Severity.High, "Something is wrong.", null, CancellationToken.None);
        await receiver.UntilAsync(3);
        Assert.Contains("route-open", receiver.Received.Last().Body, StringComparison.Ordinal);
    }

    /// <summary>The server's own beat may be the one that finds the database back.</summary>
    private static async Task<Problem> UntilWrittenAsync(WebHost host)
    {
        await using var db = host.OpenDatabase();
        for (var tries = 0; ; tries++)
        {
            if (await db.Set<Problem>().SingleOrDefaultAsync(p => p.Code == OutageAlert.Code) is { } problem)
            {
                return problem;
            }

            Assert.True(tries < 100, "nothing was written down");
            await Task.Delay(100);
        }
    }
}
