using Microsoft.Extensions.AI;
using ModelStub;
using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

public sealed class UsageTests
{
    [Theory]
    [InlineData(ModelProviders.Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task Tokens_are_counted_as_the_provider_reports_them_and_cost_what_the_price_says(string protocol)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        var calls = new List<ModelCall>();
        for (var turn = 1; turn <= 3; turn++)
            calls.AddRange((await rig.AskAsync(Conversation(turn))).Calls);

        var reported = rig.Stub.Reported;
        var usages = calls.Select(c => c.Usage!).ToList();
        Assert.All(usages, u => Assert.False(u.Estimated));
        Assert.Equal(reported.Fresh, usages.Sum(u => u.InputTokens));
        Assert.Equal(reported.CacheRead, usages.Sum(u => u.CacheReadTokens));
        Assert.Equal(reported.CacheWrite1Hour, usages.Sum(u => u.CacheWriteHourTokens));
        Assert.Equal(reported.CacheWrite5Minutes + reported.CacheWrite1Hour, usages.Sum(u => u.CacheWriteTokens));
        Assert.Equal(reported.Output, usages.Sum(u => u.OutputTokens));
        // $0.10, $0.01, $0.125, $0.20 and $0.50 a million tokens are these nano-dollars a token.
        var expected =
            reported.Fresh * 100
            + reported.CacheRead * 10
            + reported.CacheWrite5Minutes * 125
            + reported.CacheWrite1Hour * 200
            + reported.Output * 500;
        Assert.Equal(expected, calls.Sum(c => c.CostNanoUsd));
        Assert.True(reported.CacheRead > 0);
        if (protocol != ModelProviders.OpenAiCompatible)
            Assert.True(reported is { CacheWrite1Hour: > 1_000, CacheWrite5Minutes: > 0 });
    }

    [Fact]
    public async Task A_conversation_of_thirty_messages_costs_under_a_cent_and_is_mostly_read_from_the_cache()
    {
        await using var rig = await PipelineRig.StartAsync(ModelProviders.Anthropic);
        var calls = new List<ModelCall>();
        for (var turn = 1; turn <= 15; turn++)
            calls.AddRange((await rig.AskAsync(Conversation(turn))).Calls);

        var steady = calls.Skip(2).Select(c => c.Usage!).ToList();
        var read = (double)steady.Sum(u => u.CacheReadTokens);
        var share = read / (read + steady.Sum(u => u.InputTokens + u.CacheWriteTokens));
        Assert.True(share >= 0.85, $"cache-read share {share:P1}");
        Assert.InRange(calls.Sum(c => c.CostNanoUsd!.Value), 1, 9_999_999);
    }

    [Fact]
    public async Task A_changed_byte_in_the_stable_part_is_paid_for_again()
    {
        await using var rig = await PipelineRig.StartAsync(ModelProviders.Anthropic);
        await rig.AskAsync(Conversation(4));
        var same = Assert.Single((await rig.AskAsync(Conversation(4))).Calls).Usage!;
        var other = Assert.Single((await rig.AskAsync(Conversation(4, stable: "!"))).Calls).Usage!;

        Assert.True(same.CacheReadTokens > 1_500);
        Assert.Equal(0, other.CacheReadTokens);
        Assert.InRange(other.CacheWriteTokens, same.CacheReadTokens, same.CacheReadTokens + 1);
    }

    [Theory]
    [InlineData(ModelProviders.Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task A_provider_that_reports_nothing_is_estimated_and_marked(string protocol)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        rig.Stub.Faults.Add("no-usage");

        var call = Assert.Single((await rig.AskAsync()).Calls);

        Assert.True(call.Usage is { Estimated: true, InputTokens: > 10, OutputTokens: > 3 });
        Assert.True(call.CostNanoUsd > 0);
    }

    [Theory]
    [InlineData(ModelProviders.Anthropic)]
    [InlineData(PipelineRig.Small)]
    [InlineData(ModelProviders.OpenAiCompatible)]
    public async Task A_call_tells_its_purpose_its_request_and_when_the_first_words_came(string protocol)
    {
        await using var rig = await PipelineRig.StartAsync(protocol);
        var told = new List<ModelCall>();
        var options = new ChatOptions
        {
            AdditionalProperties = new() { [ModelKeys.Purpose] = "correction", [ModelKeys.OnCall] = (Action<ModelCall>)told.Add },
        };

        var outcome = await rig.AskAsync(options: options);

        var call = Assert.Single(outcome.Calls);
        Assert.Equal("correction", call.Purpose);
        Assert.Equal("req_stub_00000001", call.RequestId);
        Assert.NotNull(call.FirstTextAfter);
        Assert.Equal([call], told);
    }

    /// <summary>The shape of a real conversation: 1,500 tokens that stay, 50 by the student, 120 by the client, a plan of 200.</summary>
    private static List<ChatMessage> Conversation(int turn, string stable = "")
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, [Marked(stable + Words(1_500, "s"), ModelKeys.OneHour)]) };
        for (var i = 1; i < turn; i++)
        {
            messages.Add(new(ChatRole.User, Words(50, $"u{i}")));
            var said = Words(120, $"c{i}");
            messages.Add(new(ChatRole.Assistant, [i == turn - 1 ? Marked(said, ModelKeys.FiveMinutes) : new TextContent(said)]));
        }
        messages.Add(new(ChatRole.User, Words(250, $"p{turn}")));
        return messages;
    }

    private static TextContent Marked(string text, string life) => new(text) { AdditionalProperties = new() { [ModelKeys.Cache] = life } };

    private static string Words(int tokens, string word) =>
        string.Concat(Enumerable.Repeat(word + " ", tokens * 4))[..(tokens * 4 - 1)] + ".";
}
