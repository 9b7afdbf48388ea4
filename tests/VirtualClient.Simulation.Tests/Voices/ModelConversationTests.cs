using ModelStub;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Tests.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>Turns over the real pipeline to a provider that speaks the real wire protocol.</summary>
public sealed class ModelConversationTests
{
    [Fact]
    public async Task From_the_second_turn_on_the_stable_part_and_the_history_come_from_the_cache()
    {
        await using var stub = await StubProvider.StartAsync();
        var calls = await TalkAsync(stub, turns: 5);
        Assert.Equal(5, calls.Count);
        Assert.All(calls, c => Assert.Equal(("ok", "reply"), (c.Outcome, c.Purpose)));
        Assert.Equal(0, calls[0].Usage!.CacheReadTokens);
        Assert.True(calls[0].Usage!.CacheWriteHourTokens > 500, $"{calls[0].Usage}");
        for (var i = 1; i < calls.Count; i++)
        {
            Assert.True(calls[i].Usage!.CacheReadTokens >= calls[0].Usage!.CacheWriteHourTokens, $"turn {i + 1}: {calls[i].Usage}");
            Assert.Equal(0, calls[i].Usage!.CacheWriteHourTokens);
        }

        Assert.True(calls[^1].Usage!.CacheReadTokens > calls[1].Usage!.CacheReadTokens);
    }

    [Theory]
    [InlineData("role-break", FailureKind.RoleBreak)]
    [InlineData("refusal", FailureKind.Refused)]
    [InlineData("empty", FailureKind.Empty)]
    public async Task One_slip_is_corrected_and_a_second_is_a_failed_turn(string fault, FailureKind kind)
    {
        await using var stub = await StubProvider.StartAsync();
        stub.Faults.Add(fault);
        Assert.Equal(["reply", "correction"], (await TalkAsync(stub, turns: 1)).Select(c => c.Purpose));

        stub.Faults.Add(fault, times: 2);
        using var pipeline = Pipeline(stub);
        var failed = Assert.IsType<ReplyUpdate.Failed>((await RespondAsync(pipeline, BuiltInClients.All[0].Persona, [])).Last());
        Assert.Equal(kind, failed.Kind);
        Assert.Equal(2, failed.Calls.Count);
    }

    private static async Task<List<ModelCall>> TalkAsync(StubProvider stub, int turns)
    {
        using var pipeline = Pipeline(stub);
        var persona = BuiltInClients.All[0].Persona;
        var history = new List<Utterance> { Given.Client(persona.OpeningLine ?? "Okay.") };
        var calls = new List<ModelCall>();
        for (var turn = 0; turn < turns; turn++)
        {
            var done = Assert.IsType<ReplyUpdate.Completed>((await RespondAsync(pipeline, persona, history)).Last());
            calls.AddRange(done.Calls);
            history.Add(Given.Student("And how was that for you?"));
            history.Add(Given.Client(done.Whole));
        }

        return calls;
    }

    private static async Task<List<ReplyUpdate>> RespondAsync(ModelPipeline pipeline, Persona persona, List<Utterance> history)
    {
        var request = Given.Turn("And how was that for you?", [.. history]) with
        {
            Persona = persona,
            State = StateEngine.Start(persona, 7),
        };
        var updates = new List<ReplyUpdate>();
        await foreach (
            var update in new ClientSimulator(new ScriptedVoice("Built in."), new ModelVoice(pipeline), pipeline).RespondAsync(request)
        )
        {
            updates.Add(update);
        }

        return updates;
    }

    private static ModelPipeline Pipeline(StubProvider stub) =>
        new(
            new ModelCatalog(new ModelOptions { Routes = [PipelineRig.Route("first", ModelProviders.Anthropic, stub)] }),
            new ModelPorts(),
            TimeProvider.System
        );
}
