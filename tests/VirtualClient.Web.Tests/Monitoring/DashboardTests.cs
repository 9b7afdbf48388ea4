using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Monitoring;

public sealed class DashboardTests
{
    private const string Overview = "/api/v1/admin/overview";
    private const string Active = "/api/v1/admin/conversations";

    [Fact]
    public async Task Figures_are_the_sums_of_the_ledger_at_edges_of_hours_at_midnight_and_where_the_clocks_are_put_back()
    {
        var clock = new MovableClock();
        await using var host = await WebHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            "Installation:TimeZone=America/Chicago"
        );
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
        var day = DayOf25Hours(zone, clock);
        var midnight = LocalTime.ToUtc(day.ToDateTime(TimeOnly.MinValue), zone);
        // The second of the hours that the clock shows twice begins 120 minutes after midnight; the day has 25 hours.
        double[] minutes = [-0.01, 0, 59.99, 60, 90, 119.99, 120, 150, 179.99, 180, (24 * 60) - 1, (25 * 60) - 0.01];
        var cost = 1_000_000L;
        foreach (var at in minutes)
        {
            clock.Move(midnight.AddMinutes(at) - clock.GetUtcNow());
            await RecordAsync(host, cost);
            cost *= 2;
        }

        var admin = await host.NewPersonAsync(Roles.Admin);
        var overview = (await admin.GetAsync(Overview)).Is(200).Json!;
        await using var db = host.OpenDatabase();
        var ledger = await db.Set<UsageRecord>().AsNoTracking().ToListAsync();
        Assert.Equal(minutes.Length, ledger.Count);
        // All but the one just before midnight are of this day.
        Assert.Equal(ledger.Sum(r => r.CostNanoUsd) - 1_000_000, Money.Nano(overview["costTodayUsd"]!.GetValue<decimal>()));
        Assert.Equal(11 * 120, overview["tokensToday"]!.GetValue<long>());
        var hours = overview["hours"]!.AsArray();
        Assert.Equal(24, hours.Count);
        foreach (var hour in hours)
        {
            var from = hour!["from"]!.GetValue<DateTimeOffset>();
            var lines = ledger.Where(r => r.At >= from && r.At < from.AddHours(1)).ToList();
            Assert.Equal(lines.Sum(r => r.CostNanoUsd), Money.Nano(hour["costUsd"]!.GetValue<decimal>()));
            Assert.Equal(lines.Count, hour["calls"]!.GetValue<int>());
        }

        // The last 24 hours begin at the clock's one o'clock, the first of two.
        Assert.Equal(midnight.AddHours(1), hours[0]!["from"]!.GetValue<DateTimeOffset>());
        Assert.Equal([3, 3, 1], hours.Take(3).Select(h => h!["calls"]!.GetValue<int>()));
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await (await host.NewPersonAsync(Roles.Admin)).GetAsync(Overview)).Json!["tokensToday"]!.GetValue<long>());
    }

    [Fact]
    public async Task Two_servers_on_one_database_show_the_same_figures_and_the_health_of_both()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var database = await WebHost.NewDatabaseAsync();
        await using var one = WebHost.Start(database, StubRoute.To(stub));
        await using var two = WebHost.Start(database, StubRoute.To(stub));
        one.KeepDatabase();
        two.KeepDatabase();
        var (here, there) = (await one.NewPersonAsync(Roles.Admin), await two.NewPersonAsync(Roles.Admin));
        // The class that demonstrates is under way as well.
        var before = Figures(await here.GetAsync(Overview))["activeConversations"]!.GetValue<int>();
        foreach (var host in new[] { one, two, two })
        {
            await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        }

        var figures = Figures(await here.GetAsync(Overview));
        Assert.Equal(figures.ToJsonString(), Figures(await there.GetAsync(Overview)).ToJsonString());
        Assert.Equal((before + 3, 3), (figures["activeConversations"]!.GetValue<int>(), figures["messagesPerMinute"]!.GetValue<int>()));
        Assert.True(figures["tokensToday"]!.GetValue<long>() > 0);
        Assert.NotNull(figures["firstTextSlowMs"]);

        // Each server measures itself every five seconds; the calls of both are counted on either.
        foreach (var api in new[] { here, there })
        {
            await UntilAsync(async () =>
            {
                var health = (await api.GetAsync("/api/v1/admin/health")).Is(200).Json!;
                var servers = health["servers"]!.AsArray();
                return servers.Count == 2
                    && servers.All(s => s!["status"]!.GetValue<string>() == "healthy")
                    && servers.Count(s => s!["here"]!.GetValue<bool>()) == 1
                    && health["routes"]![0]!["calls"]!.GetValue<int>() == 3;
            });
        }

        var database1 = (await here.GetAsync("/api/v1/admin/health")).Json!["database"]!;
        Assert.True(database1["sizeBytes"]!.GetValue<long>() > 100_000);
        Assert.Equal(0, database1["migrationsMissing"]!.GetValue<int>());
        Assert.True(database1["answerMs"]!.GetValue<double>() > 0);
    }

    [Fact]
    public async Task A_provider_that_stops_makes_its_route_unavailable_and_one_that_is_back_makes_it_healthy()
    {
        var stub = await StubProvider.StartAsync();
        var port = stub.Address.Port;
        await using var host = await WebHost.StartAsync(
            StubRoute.To(stub, "Models:Circuit:FailuresInARow=3", "Models:Circuit:Rest=00:00:01", "Models:Circuit:TrialsToClose=1")
        );
        var admin = await host.NewPersonAsync(Roles.Admin);
        await SayAsync(host);
        Assert.Equal(("healthy", "healthy"), await HealthAsync(admin));
        await stub.DisposeAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("reply-failed", (await SayAsync(host)).Type);
        }

        var health = (await admin.GetAsync("/api/v1/admin/health")).Is(200).Json!;
        Assert.Equal(("degraded", "open"), (health["status"]!.GetValue<string>(), health["routes"]![0]!["circuit"]!.GetValue<string>()));
        Assert.Contains("a new reply fails", health["forStudents"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(health["routes"]![0]!["lastErrorAt"]);

        await using var back = await StubProvider.StartAsync(port: port);
        await UntilAsync(async () => (await SayAsync(host)).Type == "reply-completed");
        // Failures of the last minutes still show in its share; the circuit is closed.
        var after = (await admin.GetAsync("/api/v1/admin/health")).Is(200).Json!["routes"]![0]!;
        Assert.Equal("closed", after["circuit"]!.GetValue<string>());
        Assert.Equal("healthy", after["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Active_conversations_are_listed_whole_and_who_holds_one_is_told_when_asked_and_kept()
    {
        await using var host = await WebHost.StartAsync();
        var admin = await host.NewPersonAsync(Roles.Admin);
        // The class that demonstrates has begun before.
        var before = (await admin.GetAsync(Overview)).Is(200);
        var begun = new List<Talk>();
        for (var i = 0; i < 3; i++)
        {
            begun.Add(await Talk.StartAsync(await host.NewStudentAsync($"Person of talk {i}")));
        }

        await begun[1].EndAsync();
        var first = (await admin.GetAsync(Active + "?limit=1")).Is(200);
        var second = (await admin.GetAsync($"{Active}?limit=1&after={first.Text("next")}")).Is(200);
        Assert.Equal([begun[2].Id, begun[0].Id], [.. Ids(first), .. Ids(second)]);
        var rest = (await admin.GetAsync($"{Active}?after={second.Text("next")}")).Is(200);
        Assert.Equal(before.Number("activeConversations"), rest.Items.Count);
        Assert.Null(rest.Json!["next"]);
        Assert.DoesNotContain("Person of talk", first.Content + second.Content, StringComparison.Ordinal);

        var shown = (await admin.PostAsync($"{Active}/{begun[0].Id}/student")).Is(200);
        Assert.Equal("Person of talk 0", shown.Text("name"));
        (await admin.PostAsync($"{Active}/{Guid.CreateVersion7()}/student")).Is(404);
        await using var db = host.OpenDatabase();
        var entry = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "student.shown");
        Assert.Equal((Guid.Parse(begun[0].Id), shown.Text("id")), (entry.TargetId, entry.SubjectId.ToString()));
        // And whose name it was finds it among their own data.
        Assert.Contains("student.shown", (await begun[0].Api.GetAsync("/api/v1/me/export")).Is(200).Content, StringComparison.Ordinal);
        var overview = (await admin.GetAsync(Overview)).Is(200).Json!;
        Assert.Equal(before.Number("activeConversations") + 2, overview["activeConversations"]!.GetValue<int>());
        Assert.Equal(before.Number("conversationsTotal") + 3, overview["conversationsTotal"]!.GetValue<int>());
        Assert.Equal(1.0, overview["completionRate"]!.GetValue<double>());
    }

    private static async Task<Event> SayAsync(WebHost host) =>
        await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);

    private static async Task<(string Whole, string Route)> HealthAsync(ApiClient admin)
    {
        var health = (await admin.GetAsync("/api/v1/admin/health")).Is(200).Json!;
        return (health["status"]!.GetValue<string>(), health["routes"]![0]!["status"]!.GetValue<string>());
    }

    private static IEnumerable<string> Ids(Answer page) => page.Items.Select(item => item!["id"]!.GetValue<string>());

    private static JsonObject Figures(Answer overview)
    {
        var figures = overview.Is(200).Json!.AsObject();
        figures.Remove("updatedAt");
        return figures;
    }

    /// <summary>The next day on which the clocks are put back.</summary>
    private static DateOnly DayOf25Hours(TimeZoneInfo zone, TimeProvider clock)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().Date).AddDays(2);
        while (!zone.IsAmbiguousTime(day.ToDateTime(new TimeOnly(1, 30))))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static async Task RecordAsync(WebHost host, long costNanoUsd)
    {
        var call = new ModelCall(
            "haiku",
            "anthropic",
            "claude-haiku-5-5",
            "assessment",
            "ok",
            new Usage(100, 20, 0, 0),
            null,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(2)
        )
        {
            CostNanoUsd = costNanoUsd,
        };
        await host.Services.GetRequiredService<IUsageSink>().RecordAsync(call, null, CancellationToken.None);
        await UntilAsync(async () =>
        {
            await using var db = host.OpenDatabase();
            return await db.Set<UsageRecord>().AnyAsync(r => r.CostNanoUsd == costNanoUsd);
        });
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 300, "it did not come to pass");
            await Task.Delay(100);
        }
    }
}
