using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>A route that keeps failing rests, says so, and comes back one call at a time.</summary>
public sealed class RouteWeatherTests
{
    [Fact]
    public async Task Five_failures_open_a_route_which_is_shown_alerted_and_kept_over_a_restart()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var database = await WebHost.NewDatabaseAsync();
        var clock = new MovableClock();
        await using (var host = Start(database, clock, stub))
        {
            host.KeepDatabase();
            await FailAsync(host, stub, 5);
            var route = await RouteAsync(host);
            Assert.Equal(
                ("open", "unavailable", 5),
                (route["circuit"]!.GetValue<string>(), route["status"]!.GetValue<string>(), route["failuresInARow"]!.GetValue<int>())
            );
            Assert.Equal((5, 1.0), (route["calls"]!.GetValue<int>(), route["failureShare"]!.GetValue<double>()));
            Assert.StartsWith("The provider answered 500", route["lastError"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal(clock.GetUtcNow(), route["lastErrorAt"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMilliseconds(1));
            await using var db = host.OpenDatabase();
            var problem = await db.Set<Problem>().SingleAsync(p => p.Code == "no-route");
            Assert.Equal(("stub", Severity.Critical), (problem.Source, problem.Severity));
        }

        database.LetGo();
        await using var next = Start(database, clock, stub);
        next.KeepDatabase();
        Assert.Equal("open", (await RouteAsync(next))["circuit"]!.GetValue<string>());
        var asked = stub.RequestCount;
        var failed = await (await Talk.StartAsync(await next.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        Assert.Equal("overloaded", failed.Data["kind"]!.GetValue<string>());
        Assert.Equal(asked, stub.RequestCount);
        var ready = await next.Anonymous().GetAsync("/health/ready");
        Assert.Equal((200, "degraded"), (ready.Status, ready.Text("status")));
    }

    [Fact]
    public async Task A_route_that_fails_beside_another_is_a_high_problem_and_the_last_one_a_critical_one()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync([
            .. StubRoute.To(stub),
            "Models:Routes:1:Name=second",
            "Models:Routes:1:Provider=openai-compatible",
            $"Models:Routes:1:Model={StubRoute.Model}",
            $"Models:Routes:1:BaseUrl={stub.OpenAiAddress}",
        ]);
        var circuits = host.Services.GetRequiredService<ICircuitStore>();
        await circuits.SaveAsync(Open("stub"), CancellationToken.None);
        await circuits.SaveAsync(Open("second"), CancellationToken.None);
        await using var db = host.OpenDatabase();
        Assert.Equal(
            [("route-open", "stub", Severity.High), ("no-route", "second", Severity.Critical)],
            (await db.Set<Problem>().OrderBy(p => p.FirstSeenAt).ToListAsync()).Select(p => (p.Code, p.Source, p.Severity))
        );

        RouteHealth Open(string route) =>
            new(route, CircuitState.Open, null, 5, false, null, host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    [Fact]
    public async Task After_its_rest_one_call_at_a_time_passes_and_three_good_ones_close_it()
    {
        await using var stub = await StubProvider.StartAsync();
        var clock = new MovableClock();
        await using var host = Start(await WebHost.NewDatabaseAsync(), clock, stub);
        await FailAsync(host, stub, 5);
        clock.Move(TimeSpan.FromSeconds(301));
        Assert.Equal("half-open", (await RouteAsync(host))["circuit"]!.GetValue<string>());

        // The first trial is held, so that the second call meets it.
        stub.Faults.Add("stall-body");
        var trial = await Talk.StartAsync(await host.NewStudentAsync());
        var held = await trial.SendAsync(Talk.Lines[0]);
        await UntilAsync(() => stub.RequestCount == 6);
        var second = await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        Assert.Equal(("reply-failed", "overloaded"), (second.Type, second.Data["kind"]!.GetValue<string>()));
        Assert.Equal(6, stub.RequestCount);
        (await trial.Api.PostAsync(trial.Path + "/stop")).Is(204);
        await trial.ReadAsync(held);

        for (var good = 1; good <= 3; good++)
        {
            Assert.Equal("half-open", (await RouteAsync(host))["circuit"]!.GetValue<string>());
            Assert.Equal("reply-completed", (await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0])).Type);
        }

        Assert.Equal("closed", (await RouteAsync(host))["circuit"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_admin_isolates_a_route_with_a_reason_and_another_server_hears_of_it()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var database = await WebHost.NewDatabaseAsync();
        await using var one = WebHost.Start(database, StubRoute.To(stub));
        await using var two = WebHost.Start(database, StubRoute.To(stub));
        one.KeepDatabase();
        two.KeepDatabase();
        var admin = await one.NewPersonAsync(Roles.Admin);
        (await admin.PostAsync("/api/v1/admin/routes/stub/isolate", new { reason = " " })).Is(422, "invalid");
        (await admin.PostAsync("/api/v1/admin/routes/nothing/isolate", new { reason = "No such route." })).Is(404, "not-found");
        var isolated = (await admin.PostAsync("/api/v1/admin/routes/stub/isolate", new { reason = "The bill is too high." })).Is(200);
        Assert.Equal("isolated", isolated.Text("circuit"));
        var talk = await Talk.StartAsync(await one.NewStudentAsync());
        Assert.Equal("not-available", (await talk.SayAsync(Talk.Lines[0])).Data["kind"]!.GetValue<string>());
        await UntilAsync(async () => (await RouteAsync(two))["circuit"]!.GetValue<string>() == "isolated");
        Assert.Equal(0, stub.RequestCount);

        var other = await two.NewPersonAsync(Roles.Admin);
        Assert.Equal(
            "closed",
            (await other.PostAsync("/api/v1/admin/routes/stub/restore", new { reason = "Paid." })).Is(200).Text("circuit")
        );
        await UntilAsync(async () => (await RouteAsync(one))["circuit"]!.GetValue<string>() == "closed");
        Assert.Equal("reply-completed", (await (await Talk.StartAsync(await one.NewStudentAsync())).SayAsync(Talk.Lines[0])).Type);
        await using var db = one.OpenDatabase();
        var deeds = await db.Set<AuditEntry>().Where(e => e.TargetType == "route").OrderBy(e => e.At).ToListAsync();
        Assert.Equal(["route.isolated", "route.restored"], deeds.Select(e => e.Action));
        Assert.Equal(("stub: closed", "stub: isolated. The bill is too high."), (deeds[0].Before, deeds[0].After));
        Assert.NotEqual(deeds[0].ActorId, deeds[1].ActorId);
    }

    [Fact]
    public async Task A_refused_key_is_a_critical_problem_and_the_student_is_told_that_somebody_knows()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(StubRoute.To(stub));
        stub.Faults.Add("401");
        var failed = await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        Assert.Equal(("not-available", false), (failed.Data["kind"]!.GetValue<string>(), failed.Data["retryable"]!.GetValue<bool>()));
        Assert.Contains("have been told", failed.Data["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True((await RouteAsync(host))["misconfigured"]!.GetValue<bool>());
        await using var db = host.OpenDatabase();
        Assert.Equal(Severity.Critical, (await db.Set<Problem>().SingleAsync(p => p.Code == "route-misconfigured")).Severity);
        // The next good call says that it was mended.
        await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        Assert.Equal("healthy", (await RouteAsync(host))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Limits_are_changed_by_an_admin_with_the_version_they_are_based_on()
    {
        await using var host = await WebHost.StartAsync("Limits:MessagesPerMinute=3");
        var admin = await host.NewPersonAsync(Roles.Admin);
        var before = (await admin.GetAsync("/api/v1/admin/limits")).Is(200);
        Assert.Equal(
            (3, 150_000, 0),
            (before.Number("messagesPerMinute"), before.Number("messagesPerHourForAll"), before.Number("version"))
        );
        (await admin.PutAsync("/api/v1/admin/limits", new { messagesPerMinute = 0, version = 0 })).Is(422, "invalid");
        var after = (await admin.PutAsync("/api/v1/admin/limits", new { messagesPerMinute = 1, version = 0 })).Is(200);
        Assert.Equal((1, 1), (after.Number("messagesPerMinute"), after.Number("version")));
        (await admin.PutAsync("/api/v1/admin/limits", new { messagesPerMinute = 2, version = 0 })).Is(409, "stale");
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        await talk.SayAsync(Talk.Lines[0]);
        (await talk.SendAsync(Talk.Lines[1])).Is(429, "too-many-messages");
        (await admin.PutAsync("/api/v1/admin/limits", new { version = 1 })).Is(200);
        await talk.SayAsync(Talk.Lines[1]);
    }

    private static WebHost Start(TestDatabase database, MovableClock clock, StubProvider stub) =>
        WebHost.Start(
            database,
            StubRoute.To(stub, "Models:Circuit:FailuresInARow=5"),
            services => services.AddSingleton<TimeProvider>(clock)
        );

    private static async Task FailAsync(WebHost host, StubProvider stub, int times)
    {
        stub.Faults.Add("500", times);
        for (var i = 0; i < times; i++)
        {
            var failed = await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
            Assert.Equal("reply-failed", failed.Type);
        }
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> RouteAsync(WebHost host) =>
        (await (await host.NewPersonAsync(Roles.Admin)).GetAsync("/api/v1/admin/routes")).Is(200).Items.Single()!;

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 600, "it did not come to pass");
            await Task.Delay(100);
        }
    }
}
