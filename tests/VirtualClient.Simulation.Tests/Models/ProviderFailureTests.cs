using Microsoft.Extensions.AI;
using ModelStub;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

public sealed class AnthropicSdkFailureTests() : ProviderFailureTests(ModelProviders.Anthropic);

public sealed class AnthropicSmallClientFailureTests() : ProviderFailureTests(PipelineRig.Small);

public sealed class OpenAiCompatibleFailureTests() : ProviderFailureTests(ModelProviders.OpenAiCompatible);

/// <summary>Every row of the table of provider failures, through the whole pipeline.</summary>
public abstract class ProviderFailureTests(string protocol)
{
    public static TheoryData<string, FailureKind, int> BeforeText()
    {
        var rows = new TheoryData<string, FailureKind, int>();
        foreach (var ours in (string[])["400", "401", "402", "403", "404", "413"])
            rows.Add(ours, FailureKind.NotAvailable, 1);
        rows.Add("429", FailureKind.Budget, 1);
        rows.Add("429:61", FailureKind.Busy, 1);
        rows.Add("429:5", FailureKind.Busy, 3);
        rows.Add("408", FailureKind.Timeout, 3);
        rows.Add("409", FailureKind.Unexpected, 3);
        foreach (var theirs in (string[])["500", "502", "503", "504", "529", "error-event"])
            rows.Add(theirs, FailureKind.Overloaded, 3);
        foreach (var broken in (string[])["reset", "cut", "truncated-json", "half-character", "web-page"])
            rows.Add(broken, FailureKind.Unexpected, 3);
        foreach (var silent in (string[])["stall-start", "stall-body", "stall-mid", "trickle"])
            rows.Add(silent, FailureKind.Timeout, 3);
        rows.Add("ping-forever", FailureKind.Timeout, 1);
        return rows;
    }

    [Theory]
    [MemberData(nameof(BeforeText))]
    public async Task A_failure_before_the_first_word_is_tried_again_as_often_as_the_table_says(
        string fault,
        FailureKind kind,
        int requests
    )
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        rig.Stub.Faults.Add(fault, times: 9);

        var outcome = await rig.AskAsync();

        Assert.Equal(kind, outcome.Kind);
        Assert.Equal("", outcome.Text);
        Assert.Equal(requests, rig.Stub.RequestCount);
        Assert.Equal(requests, outcome.Calls.Count);
        Assert.All(outcome.Calls, c => Assert.Equal("failed", c.Outcome));
    }

    public static TheoryData<string> Passing()
    {
        var rows = new TheoryData<string>();
        foreach (var fault in (string[])["500", "503", "529", "429:5", "reset", "cut", "truncated-json", "stall-start", "error-event"])
            rows.Add(fault);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_failure_that_passes_is_not_noticed(string fault)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        var undisturbed = await rig.AskAsync();
        rig.Stub.Faults.Add(fault, times: 2);

        var outcome = await rig.AskAsync();

        Assert.Null(outcome.Failure);
        Assert.Equal(undisturbed.Text, outcome.Text);
        Assert.Equal(["failed", "failed", "ok"], outcome.Calls.Select(c => c.Outcome));
    }

    public static TheoryData<string, FailureKind> AfterText()
    {
        var rows = new TheoryData<string, FailureKind>();
        foreach (var broken in (string[])["cut:3", "truncated-json:3", "half-character:3", "missing-end"])
            rows.Add(broken, FailureKind.Unexpected);
        rows.Add("error-event:3", FailureKind.Overloaded);
        foreach (var silent in (string[])["stall-mid:3", "trickle:3", "ping-forever:3"])
            rows.Add(silent, FailureKind.Timeout);
        return rows;
    }

    [Theory]
    [MemberData(nameof(AfterText))]
    public async Task A_failure_after_the_first_word_keeps_the_words_and_is_not_tried_again(string fault, FailureKind kind)
    {
        await using var rig = await PipelineRig.StartAsync($"{protocol},{ModelProviders.OpenAiCompatible}");
        rig.Stub.Faults.Add(fault, times: 9);

        var outcome = await rig.AskAsync();

        Assert.Equal(kind, outcome.Kind);
        Assert.NotEqual("", outcome.Text);
        Assert.Equal(1, rig.Stub.RequestCount);
        Assert.Equal(0, rig.Second!.RequestCount);
        var call = Assert.Single(outcome.Calls);
        Assert.True(call.Usage is { Estimated: true, OutputTokens: > 0, InputTokens: > 0 });
    }

    [Fact]
    public async Task What_a_stream_may_contain_besides_words_changes_nothing()
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        rig.Stub.Settings = new StubSettings { Reply = _ => "Café, naïve, 東京 — “it’s fine” 🙂 I guess." };
        foreach (var harmless in (string[])["split-character", "unknown-event", "ping", "missing-last", "slow"])
        {
            rig.Stub.Faults.Add(harmless);
            var outcome = await rig.AskAsync();
            Assert.Null(outcome.Failure);
            Assert.Equal("Café, naïve, 東京 — “it’s fine” 🙂 I guess.", outcome.Text);
            Assert.Equal("ok", Assert.Single(outcome.Calls).Outcome);
        }
    }

    [Fact]
    public async Task Answers_that_are_none_are_told_apart()
    {
        await using var rig = await PipelineRig.StartAsync(protocol);

        rig.Stub.Faults.Add("refusal");
        var refused = await rig.AskAsync();
        Assert.Equal(("refused", ""), (Assert.Single(refused.Calls).Outcome, refused.Text));
        Assert.Equal(ChatFinishReason.ContentFilter, refused.Finish);

        rig.Stub.Faults.Add("empty");
        var empty = await rig.AskAsync();
        Assert.Equal(("ok", ""), (Assert.Single(empty.Calls).Outcome, empty.Text));

        rig.Stub.Faults.Add("max-tokens");
        var cut = await rig.AskAsync();
        Assert.Equal("cut", Assert.Single(cut.Calls).Outcome);
        Assert.NotEqual("", cut.Text);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_failed_connection()
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        var closed = StubProvider.ClosedAddress();
        var catalog = new ModelCatalog(
            new ModelOptions
            {
                Routes = [PipelineRig.Route("gone", protocol, rig.Stub) with { BaseUrl = closed }],
                Limits = new ModelLimits { RetryBase = TimeSpan.FromMilliseconds(10) },
            }
        );
        using var pipeline = new ModelPipeline(catalog, new ModelPorts(), TimeProvider.System);

        var outcome = await PipelineRig.ReadAsync(pipeline.Open(null), PipelineRig.Prompt(), null);

        Assert.Equal(FailureKind.Unexpected, outcome.Kind);
        Assert.Equal(3, outcome.Calls.Count);
        Assert.All(outcome.Calls, c => Assert.Null(c.Usage));
    }

    [Fact]
    public async Task A_pause_that_the_provider_asks_for_is_kept()
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        rig.Stub.Faults.Add("429:40");
        var asking = PipelineRig.ReadAsync(rig.Pipeline.Open(null), PipelineRig.Prompt(), null);
        while (rig.Stub.RequestCount == 0)
            await Task.Delay(10);
        await Task.Delay(300);

        rig.Time.Advance(TimeSpan.FromSeconds(39));
        await Task.Delay(100);
        Assert.Equal(1, rig.Stub.RequestCount);
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        await rig.PumpAsync(asking);

        Assert.Null((await asking).Failure);
        Assert.Equal(2, rig.Stub.RequestCount);
    }
}
