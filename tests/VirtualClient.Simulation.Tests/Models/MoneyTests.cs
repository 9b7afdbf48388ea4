using System.Diagnostics;
using Microsoft.Extensions.AI;
using ModelStub;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

/// <summary>Budgets, cancellation and accounts: nothing is spent that is not written down.</summary>
public sealed class MoneyTests
{
    private const string Anthropic = ModelProviders.Anthropic;
    private const string OpenAi = ModelProviders.OpenAiCompatible;

    [Fact]
    public async Task Without_enough_left_nothing_is_asked()
    {
        var purse = new Purse(capNanoUsd: 1);
        await using var rig = await PipelineRig.StartAsync("anthropic,openai-compatible", new ModelPorts(purse));

        var outcome = await rig.AskAsync();

        Assert.Equal(FailureKind.Budget, outcome.Kind);
        Assert.Equal((0L, 0L), (rig.Stub.RequestCount, rig.Second!.RequestCount));
    }

    [Fact]
    public async Task The_worst_case_is_held_before_and_the_real_cost_stays_after()
    {
        var purse = new Purse(capNanoUsd: 10_000_000);
        await using var rig = await PipelineRig.StartAsync(Anthropic, new ModelPorts(purse));
        var options = new ChatOptions
        {
            AdditionalProperties = new() { [ModelKeys.Purpose] = "reply", [ModelKeys.Payer] = "conversation 7" },
        };

        var cost = Assert.Single((await rig.AskAsync(options: options)).Calls).CostNanoUsd!.Value;

        var claim = Assert.Single(purse.Claims);
        Assert.Equal(("reply", "conversation 7"), (claim.Purpose, claim.Payer));
        Assert.InRange(claim.WorstCaseNanoUsd, cost + 1, 2_000_000);
        Assert.Equal((cost, 0L), (purse.SpentNanoUsd, purse.HeldNanoUsd));
    }

    [Fact]
    public async Task A_hundred_calls_at_once_with_faults_never_pass_the_cap_and_leave_nothing_held()
    {
        var purse = new Purse(capNanoUsd: 12_000_000);
        var limits = new ModelLimits { RetryBase = TimeSpan.FromMilliseconds(10) };
        await using var stub = await StubProvider.StartAsync();
        var options = new ModelOptions { Routes = [PipelineRig.Route("r", OpenAi, stub)], Limits = limits };
        using var pipeline = new ModelPipeline(new ModelCatalog(options), new ModelPorts(purse), TimeProvider.System);
        foreach (var fault in (string[])["500", "cut:2", "truncated-json", "reset", "error-event:1"])
            stub.Faults.Add(fault, times: 8);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => PipelineRig.ReadAsync(pipeline.Open(null), PipelineRig.Prompt($"Turn {i}"), null))
        );

        Assert.Contains(outcomes, o => o.Kind == FailureKind.Budget);
        Assert.Contains(outcomes, o => o.Failure is null);
        Assert.True(purse.MostNanoUsd <= 12_000_000);
        Assert.Equal(0, purse.HeldNanoUsd);
        Assert.Equal(outcomes.SelectMany(o => o.Calls).Sum(c => c.CostNanoUsd ?? 0), purse.SpentNanoUsd);
    }

    [Theory]
    [InlineData(Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(OpenAi)]
    public async Task A_cancelled_call_hangs_up_and_is_still_accounted_for(string protocol)
    {
        var purse = new Purse(capNanoUsd: 10_000_000);
        await using var rig = await PipelineRig.StartAsync(protocol, new ModelPorts(purse));
        rig.Stub.Faults.Add("stall-mid:3");
        var told = new List<ModelCall>();
        using var stop = new CancellationTokenSource();
        var seen = "";
        var options = new ChatOptions { AdditionalProperties = new() { [ModelKeys.OnCall] = (Action<ModelCall>)told.Add } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in rig.Pipeline.Open(null).GetStreamingResponseAsync(PipelineRig.Prompt(), options, stop.Token))
            {
                seen += update.Text;
                if (seen.Length > 8)
                    await stop.CancelAsync();
            }
        });

        var call = Assert.Single(told);
        Assert.Equal("cancelled", call.Outcome);
        Assert.True(call.Usage is { Estimated: true, OutputTokens: > 0 });
        // Anthropic says at the start what the prompt was; others say it at an end that never came.
        if (protocol != OpenAi)
            Assert.Equal(rig.Stub.Reported.Fresh, call.Usage.InputTokens);
        Assert.Equal((call.CostNanoUsd!.Value, 0L), (purse.SpentNanoUsd, purse.HeldNanoUsd));
        await HungUpAsync(rig.Stub);
    }

    [Theory]
    [InlineData(Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(OpenAi)]
    public async Task A_reader_that_leaves_early_hangs_up_and_pays(string protocol)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        rig.Stub.Faults.Add("stall-mid:3");
        var told = new List<ModelCall>();
        var options = new ChatOptions { AdditionalProperties = new() { [ModelKeys.OnCall] = (Action<ModelCall>)told.Add } };

        await foreach (var update in rig.Pipeline.Open(null).GetStreamingResponseAsync(PipelineRig.Prompt(), options))
            if (update.Text.Length > 0)
                break;

        Assert.Equal("cancelled", Assert.Single(told).Outcome);
        await HungUpAsync(rig.Stub);
    }

    [Fact]
    public async Task Only_calls_that_belong_to_no_reply_go_to_the_sink()
    {
        var sink = new Sink();
        await using var rig = await PipelineRig.StartAsync(OpenAi, new ModelPorts(UsageSink: sink));
        foreach (var purpose in (string[])["reply", "correction", "assessment", "coach"])
            await rig.AskAsync(
                options: new ChatOptions
                {
                    AdditionalProperties = new() { [ModelKeys.Purpose] = purpose, [ModelKeys.Payer] = "p" },
                }
            );

        Assert.Equal([("assessment", "p"), ("coach", "p")], sink.Taken.Select(t => (t.Call.Purpose, t.Payer)));
    }

    [Fact]
    public async Task Spans_carry_names_and_figures_and_never_a_text()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == ModelTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                if (Equals(a.GetTagItem("virtual_client.purpose"), "spanned"))
                    lock (spans)
                        spans.Add(a);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var rig = await PipelineRig.StartAsync(Anthropic);
        rig.Stub.Faults.Add("529");

        var outcome = await rig.AskAsync(
            PipelineRig.Prompt("secretword"),
            new ChatOptions { AdditionalProperties = new() { [ModelKeys.Purpose] = "spanned" } }
        );

        Assert.Equal(2, spans.Count);
        Assert.Equal("529", spans[0].GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, spans[0].Status);
        Assert.Equal("chat claude-haiku-5-5", spans[1].DisplayName);
        Assert.Equal("anthropic", spans[1].GetTagItem("gen_ai.provider.name"));
        Assert.Equal(outcome.Calls[1].Usage!.OutputTokens, spans[1].GetTagItem("gen_ai.usage.output_tokens"));
        var everything = string.Join('\n', spans.SelectMany(s => s.TagObjects).Select(t => $"{t.Key}={t.Value}"));
        Assert.DoesNotContain("secretword", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Text, everything, StringComparison.Ordinal);
    }

    private static async Task HungUpAsync(StubProvider stub)
    {
        var aborted = Assert.Single(stub.Requests).Aborted;
        for (var i = 0; i < 300 && !aborted.IsCancellationRequested; i++)
            await Task.Delay(10);
        Assert.True(aborted.IsCancellationRequested, "The provider still works on a call that nobody waits for.");
    }

    private sealed class Sink : IUsageSink
    {
        public List<(ModelCall Call, string? Payer)> Taken { get; } = [];

        public ValueTask RecordAsync(ModelCall call, string? payer, CancellationToken cancellationToken)
        {
            Taken.Add((call, payer));
            return ValueTask.CompletedTask;
        }
    }
}
