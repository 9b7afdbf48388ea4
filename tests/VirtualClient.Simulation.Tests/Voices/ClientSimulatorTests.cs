using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

public sealed class ClientSimulatorTests
{
    private static readonly TurnRequest Turn = Given.Turn(
        "What has this week been like?",
        Given.Client("Hi."),
        Given.Student("I'm new."),
        Given.Client("Okay.")
    );

    [Fact]
    public async Task A_turn_is_planned_then_said_then_complete()
    {
        var updates = await Respond(new ScriptedVoice("The letter came on Friday. That's all."));
        var planned = Assert.IsType<ReplyUpdate.Planned>(updates[0]);
        Assert.Equal(1, planned.Step.State.Turn);
        Assert.All(updates.Skip(1).SkipLast(1), u => Assert.IsType<ReplyUpdate.Text>(u));
        var done = Assert.IsType<ReplyUpdate.Completed>(updates[^1]);
        Assert.Equal("The letter came on Friday. That's all.", done.Whole);
        Assert.Equal(done.Whole, Said(updates));
        Assert.False(done.Cut);
        Assert.Empty(done.Flags);
        Assert.Single(done.Calls);
    }

    [Fact]
    public async Task A_fault_before_anything_was_shown_gets_one_corrected_try_with_the_reason()
    {
        var voice = new ScriptedVoice("I'm sorry, but I can't continue with this conversation.", "I guess.");
        var done = Assert.IsType<ReplyUpdate.Completed>((await Respond(voice))[^1]);
        Assert.Equal("I guess.", done.Whole);
        Assert.Equal(["refusal"], done.Flags);
        Assert.Equal(2, done.Calls.Count);
        Assert.Null(voice.Asked[0].Correction);
        Assert.Contains("declined", voice.Asked[1].Correction);
        Assert.Contains(voice.Asked[1].Correction!, PromptBuilder.Build(voice.Asked[1]).Messages[^1].Text);
    }

    [Theory]
    [InlineData("I'm sorry, but I can't continue with this conversation.", FailureKind.Refused)]
    [InlineData("As an AI, I have no week.", FailureKind.RoleBreak)]
    [InlineData("   ", FailureKind.Empty)]
    public async Task A_second_fault_is_a_failed_turn_with_its_kind_and_nothing_is_shown(string reply, FailureKind kind)
    {
        var updates = await Respond(new ScriptedVoice(reply));
        var failed = Assert.IsType<ReplyUpdate.Failed>(updates[^1]);
        Assert.Equal(kind, failed.Kind);
        Assert.True(failed.Retryable);
        Assert.Equal(2, failed.Calls.Count);
        Assert.Equal("", Said(updates));
    }

    [Fact]
    public async Task A_refusal_by_the_provider_is_a_failed_turn()
    {
        var updates = await Respond(new ScriptedVoice("Well") { Refused = true });
        var failed = Assert.IsType<ReplyUpdate.Failed>(updates[^1]);
        Assert.Equal(FailureKind.Refused, failed.Kind);
        Assert.All(failed.Calls, c => Assert.Equal("refused", c.Outcome));
    }

    [Fact]
    public async Task A_fault_after_text_was_shown_ends_at_the_last_good_sentence_flagged_and_the_stream_is_read_to_its_end()
    {
        var voice = new ScriptedVoice("The letter came on Friday. Nobody picks up when I call. As an AI, I have no phone. So there.");
        var done = Assert.IsType<ReplyUpdate.Completed>((await Respond(voice))[^1]);
        Assert.Equal("The letter came on Friday. Nobody picks up when I call.", done.Whole);
        Assert.True(done.Cut);
        Assert.Equal(["role_break"], done.Flags);
        Assert.Single(done.Calls);
        Assert.Single(voice.Asked);
    }

    [Fact]
    public async Task A_failure_after_text_was_shown_keeps_it_and_is_not_started_again()
    {
        var voice = new ScriptedVoice("The letter came on Friday. And then the ")
        {
            Then = new ModelException(FailureKind.Timeout, "stalled") { Calls = [ScriptedVoice.Call()] },
        };
        var updates = await Respond(voice, Turn with { BuiltInVoiceIfRoutesFail = true });
        var failed = Assert.IsType<ReplyUpdate.Failed>(updates[^1]);
        Assert.Equal((FailureKind.Timeout, true), (failed.Kind, failed.Retryable));
        Assert.StartsWith("The letter came on Friday.", Said(updates));
        Assert.Single(voice.Asked);
        Assert.Single(failed.Calls);
    }

    [Fact]
    public async Task When_routes_fail_the_built_in_voice_speaks_only_if_the_caller_allows_it()
    {
        var broken = new ScriptedVoice("") { Then = new ModelException(FailureKind.NotAvailable, "no key") };
        var failed = Assert.IsType<ReplyUpdate.Failed>((await Respond(broken))[^1]);
        Assert.Equal((FailureKind.NotAvailable, false), (failed.Kind, failed.Retryable));

        var done = Assert.IsType<ReplyUpdate.Completed>((await Respond(broken, Turn with { BuiltInVoiceIfRoutesFail = true }))[^1]);
        Assert.Equal("Built in.", done.Whole);
        Assert.Equal([ClientSimulator.BuiltInVoiceFlag], done.Flags);
    }

    [Fact]
    public async Task A_reply_that_hit_the_token_limit_ends_at_a_sentence_and_says_so()
    {
        var done = Assert.IsType<ReplyUpdate.Completed>(
            (await Respond(new ScriptedVoice("The letter came. And I pu") { CutAtLimit = true }))[^1]
        );
        Assert.Equal("The letter came.", done.Whole);
        Assert.True(done.Cut);
        Assert.Equal([ClientSimulator.TokenLimitFlag], done.Flags);
    }

    [Fact]
    public async Task A_model_is_asked_on_the_wanted_route_and_tells_of_every_attempt()
    {
        var routes = new ScriptedRoutes(
            new ChatResponseUpdate(ChatRole.Assistant, [new ModelCallContent(ScriptedVoice.Call(outcome: "failed"))]),
            new ChatResponseUpdate(ChatRole.Assistant, "Okay, Ard"),
            new ChatResponseUpdate(ChatRole.Assistant, "wyn."),
            new ChatResponseUpdate(ChatRole.Assistant, [new ModelCallContent(ScriptedVoice.Call())])
            {
                FinishReason = ChatFinishReason.Stop,
            }
        );
        var request = Turn with { Route = "big", Pseudonym = "p-1", Payer = "s-1", StudentNames = ["Priya"], Text = "I'm Priya." };
        var done = Assert.IsType<ReplyUpdate.Completed>(
            (await All(new ClientSimulator(new ScriptedVoice("Built in."), new ModelVoice(routes), routes), request))[^1]
        );
        Assert.Equal("Okay, Priya.", done.Whole);
        Assert.Equal(["failed", "ok"], done.Calls.Select(c => c.Outcome));
        Assert.Equal("big", routes.Route);
        Assert.Equal("p-1", routes.Options!.AdditionalProperties![ModelKeys.Pseudonym]);
        Assert.Equal("s-1", routes.Options.AdditionalProperties[ModelKeys.Payer]);
        Assert.Equal("reply", routes.Options.AdditionalProperties[ModelKeys.Purpose]);
        Assert.DoesNotContain(routes.Sent, m => m.Text.Contains("Priya", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_routes_or_by_name_the_built_in_voice_speaks()
    {
        var routes = new ScriptedRoutes(new ChatResponseUpdate(ChatRole.Assistant, "Model."));
        var simulator = new ClientSimulator(new ScriptedVoice("Built in."), new ModelVoice(routes), routes);
        Assert.Equal("Model.", Said(await All(simulator, Turn)));
        Assert.Equal("Built in.", Said(await All(simulator, Turn with { Route = TurnRequest.BuiltInRoute })));
        Assert.Equal("Built in.", Said(await All(simulator, Turn with { Route = "offline" })));
        Assert.Equal("Built in.", Said(await All(new ClientSimulator(new ScriptedVoice("Built in."), null, null), Turn)));
    }

    [Fact]
    public async Task The_same_turn_gives_the_same_updates()
    {
        await using var services = new ServiceCollection()
            .AddSimulation(pace => (pace.MinDuration, pace.MaxDuration) = (TimeSpan.Zero, TimeSpan.Zero))
            .BuildServiceProvider();
        var simulator = services.GetRequiredService<ClientSimulator>();
        var first = await All(simulator, Turn);
        var second = await All(simulator, Turn);
        Assert.IsType<ReplyUpdate.Completed>(first[^1]);
        Assert.NotEmpty(Said(first));
        Assert.Equal(Said(first), Said(second));
        Assert.Equal(((ReplyUpdate.Planned)first[0]).Step.State, ((ReplyUpdate.Planned)second[0]).Step.State);
    }

    [Fact]
    public async Task A_cancelled_turn_stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Simulator(new ScriptedVoice("The letter.")).RespondAsync(Turn, source.Token)) { }
        });
    }

    private static ClientSimulator Simulator(ScriptedVoice model) => new(new ScriptedVoice("Built in."), model, new ScriptedRoutes());

    private static Task<List<ReplyUpdate>> Respond(ScriptedVoice voice, TurnRequest? turn = null) => All(Simulator(voice), turn ?? Turn);

    private static async Task<List<ReplyUpdate>> All(ClientSimulator simulator, TurnRequest turn)
    {
        var updates = new List<ReplyUpdate>();
        await foreach (var update in simulator.RespondAsync(turn))
        {
            updates.Add(update);
        }

        return updates;
    }

    private static string Said(List<ReplyUpdate> updates) => string.Concat(updates.OfType<ReplyUpdate.Text>().Select(t => t.Delta));
}
