using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Features.Monitoring;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

public sealed class AlertTests
{
    private const string Secret = "a-secret-for-the-webhook";

    [Fact]
    public async Task A_critical_problem_is_posted_once_signed_however_many_servers_there_are_and_again_after_an_hour()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var database = await WebHost.NewDatabaseAsync();
        var clock = new MovableClock();
        string[] settings = [$"Monitoring:WebhookUrl={receiver.Address}", $"Monitoring:WebhookSecret={Secret}"];
        await using var one = WebHost.Start(database, settings, services => services.AddSingleton<TimeProvider>(clock));
        await using var two = WebHost.Start(database, settings, services => services.AddSingleton<TimeProvider>(clock));
        one.KeepDatabase();
        two.KeepDatabase();
        await ReportAsync(one, "low-thing", Severity.Medium);
        await ReportAsync(one, "route-misconfigured", Severity.Critical);
        await ReportAsync(two, "route-misconfigured", Severity.Critical);
        await receiver.UntilAsync(1);
        var (body, time, signature) = receiver.Received.First();
        Assert.Equal(AlertMessenger.Sign(Secret, time, body), signature);
        Assert.Contains("\"code\":\"route-misconfigured\"", body, StringComparison.Ordinal);

        // A second problem comes through after the first: had the first been told twice, it would be before it.
        await ReportAsync(two, "route-misconfigured", Severity.Critical);
        await ReportAsync(two, "route-open", Severity.High);
        await receiver.UntilAsync(2);
        Assert.Contains("\"code\":\"route-open\"", receiver.Received.Last().Body, StringComparison.Ordinal);

        clock.Move(TimeSpan.FromMinutes(61));
        await ReportAsync(one, "route-misconfigured", Severity.Critical);
        await receiver.UntilAsync(3);
        Assert.Contains("\"code\":\"route-misconfigured\"", receiver.Received.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_critical_problem_is_mailed_once_however_many_servers_there_are_and_again_after_an_hour()
    {
        await using var post = new MailServer();
        await using var database = await WebHost.NewDatabaseAsync();
        var clock = new MovableClock();
        string[] settings = [.. post.Settings, "Monitoring:MailTo=ops@school.example"];
        await using var one = WebHost.Start(database, settings, services => services.AddSingleton<TimeProvider>(clock));
        await using var two = WebHost.Start(database, settings, services => services.AddSingleton<TimeProvider>(clock));
        one.KeepDatabase();
        two.KeepDatabase();
        await ReportAsync(one, "low-thing", Severity.Medium);
        await ReportAsync(one, "route-misconfigured", Severity.Critical);
        await ReportAsync(two, "route-misconfigured", Severity.Critical);
        await MailedAsync(post, 1, "critical problem");
        Assert.Contains("ops@school.example", post.Mails[0], StringComparison.Ordinal);

        // A second problem comes through after the first: had the first been mailed twice, it would be before it.
        await ReportAsync(two, "route-misconfigured", Severity.Critical);
        await ReportAsync(two, "route-open", Severity.High);
        await MailedAsync(post, 2, "high problem");

        clock.Move(TimeSpan.FromMinutes(61));
        await ReportAsync(one, "route-misconfigured", Severity.Critical);
        await MailedAsync(post, 3, "critical problem");
    }

    /// <summary>Waits until so many have come, of which the last is about this; one more is a failure.</summary>
    private static async Task MailedAsync(MailServer post, int count, string about)
    {
        for (var tries = 0; post.Mails.Count < count; tries++)
        {
            Assert.True(tries < 300, "nobody was mailed");
            await Task.Delay(100);
        }

        Assert.Equal(count, post.Mails.Count);
        Assert.Contains(about, post.Mails[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_that_could_not_be_told_of_is_told_five_minutes_later_and_one_is_forgotten_after_ninety_days()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 500;
        var clock = new MovableClock();
        await using var host = await WebHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            $"Monitoring:WebhookUrl={receiver.Address}",
            $"Monitoring:WebhookSecret={Secret}"
        );
        await ReportAsync(host, "route-open", Severity.High);
        await receiver.UntilAsync(1);
        receiver.Status = 200;
        // That it was refused is noted a moment after the answer, and the five minutes count from then.
        for (var tries = 0; receiver.Received.Count < 2 && tries < 30; tries++)
        {
            clock.Move(TimeSpan.FromMinutes(6));
            await Task.Delay(500);
        }

        await receiver.UntilAsync(2);
        clock.Move(ForgetProblems.KeptFor + TimeSpan.FromHours(1));
        await using var scope = host.Services.CreateAsyncScope();
        await host
            .Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()
            .OfType<ForgetProblems>()
            .Single()
            .ForgetAsync(CancellationToken.None);
        await using var db = host.OpenDatabase();
        Assert.Empty(await db.Set<Problem>().ToListAsync());
    }

    private static Task ReportAsync(WebHost host, string code, Severity severity) =>
        host
            .Services.GetRequiredService<ProblemLog>()
            .ReportAsync(code, "haiku", severity, "Something is wrong.", null, CancellationToken.None);
}
