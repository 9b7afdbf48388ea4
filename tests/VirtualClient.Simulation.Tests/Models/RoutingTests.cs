using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

/// <summary>Failover, circuits and their memory, as composed.</summary>
public sealed class RoutingTests
{
    private const string Both = "anthropic,openai-compatible";

    [Theory]
    [InlineData(Both, "529", 3)]
    [InlineData(Both, "401", 1)]
    [InlineData("openai-compatible,anthropic", "stall-start", 3)]
    [InlineData("openai-compatible,anthropic", "429", 1)]
    public async Task The_next_route_answers_when_the_first_cannot(string protocols, string fault, int tries)
    {
        await using var rig = await PipelineRig.StartAsync(protocols);
        rig.Stub.Faults.Add(fault, times: 9);

        var outcome = await rig.AskAsync();

        Assert.Null(outcome.Failure);
        Assert.NotEqual("", outcome.Text);
        Assert.Equal(tries, rig.Stub.RequestCount);
        Assert.Equal(1, rig.Second!.RequestCount);
        Assert.Equal(("second", "ok"), (outcome.Calls[^1].Route, outcome.Calls[^1].Outcome));
    }

    [Fact]
    public async Task When_no_route_answers_the_more_hopeful_reason_is_told()
    {
        await using var rig = await PipelineRig.StartAsync(Both);
        rig.Stub.Faults.Add("403", times: 9);
        rig.Second!.Faults.Add("529", times: 9);

        var outcome = await rig.AskAsync();

        Assert.Equal(FailureKind.Overloaded, outcome.Kind);
        Assert.Equal(4, outcome.Calls.Count);
    }

    [Fact]
    public async Task A_route_that_is_asked_for_comes_first()
    {
        await using var rig = await PipelineRig.StartAsync(Both);
        Assert.Equal("second", Assert.Single((await rig.AskAsync(route: "second")).Calls).Route);
        Assert.Equal("first", Assert.Single((await rig.AskAsync(route: "nobody")).Calls).Route);
    }

    [Fact]
    public async Task The_limit_for_the_whole_call_holds_over_all_tries_and_routes()
    {
        await using var rig = await PipelineRig.StartAsync(Both);
        rig.Stub.Faults.Add("stall-start", times: 99);
        rig.Second!.Faults.Add("stall-start", times: 99);
        var start = rig.Time.GetUtcNow();

        var outcome = await rig.AskAsync();

        Assert.Equal(FailureKind.Timeout, outcome.Kind);
        Assert.InRange(rig.Time.GetUtcNow() - start, TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(92));
    }

    [Fact]
    public async Task A_failing_route_is_left_alone_until_its_rest_is_over_and_others_answer_meanwhile()
    {
        await using var rig = await PipelineRig.StartAsync(Both);
        rig.Stub.Faults.Add("503", times: 15);
        for (var i = 0; i < 5; i++)
            Assert.Null((await rig.AskAsync()).Failure);
        Assert.Equal(15, rig.Stub.RequestCount);

        await rig.AskAsync();
        Assert.Equal(15, rig.Stub.RequestCount);
        Assert.Equal(CircuitState.Open, (await rig.Pipeline.Board.ReadAsync(default))[0].State);

        rig.Time.Advance(TimeSpan.FromSeconds(300));
        for (var i = 0; i < 3; i++)
            Assert.Equal("first", (await rig.AskAsync()).Calls[^1].Route);
        Assert.Equal(CircuitState.Closed, (await rig.Pipeline.Board.ReadAsync(default))[0].State);
    }

    [Fact]
    public async Task With_every_route_at_rest_the_answer_comes_at_once_and_says_when_to_come_back()
    {
        await using var rig = await PipelineRig.StartAsync("openai-compatible");
        rig.Stub.Faults.Add("500", times: 15);
        for (var i = 0; i < 5; i++)
            await rig.AskAsync();

        var outcome = await rig.AskAsync();

        Assert.Equal(FailureKind.Overloaded, outcome.Kind);
        Assert.Empty(outcome.Calls);
        Assert.InRange(((ModelException)outcome.Failure!).RetryAfter!.Value, TimeSpan.FromSeconds(250), TimeSpan.FromSeconds(300));
    }

    [Fact]
    public async Task A_circuit_survives_a_restart_and_an_operator_can_stop_and_start_a_route()
    {
        var store = new RememberedCircuits();
        var time = new ManualTime();
        await using (var before = await PipelineRig.StartAsync(Both, new ModelPorts(CircuitStore: store), time: time))
        {
            before.Stub.Faults.Add("500", times: 15);
            for (var i = 0; i < 5; i++)
                await before.AskAsync();
            Assert.True(await before.Pipeline.Board.IsolateAsync("second", default));
            Assert.False(await before.Pipeline.Board.IsolateAsync("third", default));
        }
        await using var after = await PipelineRig.StartAsync(Both, new ModelPorts(CircuitStore: store), time: time);

        Assert.NotNull((await after.AskAsync()).Failure);
        Assert.Equal((0L, 0L), (after.Stub.RequestCount, after.Second!.RequestCount));
        await after.Pipeline.Board.RestoreAsync("second", default);
        Assert.Equal("second", Assert.Single((await after.AskAsync()).Calls).Route);
        Assert.Equal(CircuitState.Closed, store.Saved["second"].State);
    }

    [Fact]
    public async Task A_wrong_key_is_reported_to_whoever_keeps_the_circuits()
    {
        var store = new RememberedCircuits();
        await using var rig = await PipelineRig.StartAsync("anthropic", new ModelPorts(CircuitStore: store));
        rig.Stub.Faults.Add("401");

        await rig.AskAsync();

        Assert.True(store.Saved["first"] is { Misconfigured: true, State: CircuitState.Closed });
        Assert.Equal("The provider answered 401 (authentication_error).", store.Saved["first"].LastError);
        await rig.AskAsync();
        Assert.False(store.Saved["first"].Misconfigured);
    }

    private sealed class RememberedCircuits : ICircuitStore
    {
        public Dictionary<string, RouteHealth> Saved { get; } = new(StringComparer.Ordinal);

        public ValueTask<IReadOnlyList<RouteHealth>> LoadAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<RouteHealth>>([.. Saved.Values]);

        public ValueTask SaveAsync(RouteHealth health, CancellationToken cancellationToken)
        {
            Saved[health.Route] = health;
            return ValueTask.CompletedTask;
        }
    }
}
