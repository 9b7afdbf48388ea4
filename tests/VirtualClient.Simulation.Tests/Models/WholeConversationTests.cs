using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Models;

/// <summary>Real clients, real prompts, the real pipeline, a stub at the end of the wire.</summary>
public sealed class WholeConversationTests
{
    private static readonly string[] Student =
    [
        "Thanks for coming in today. What brings you here?",
        "That sounds like a lot to carry by yourself. How have the last few weeks been?",
        "So the days run together and there is no one to hand anything to.",
        "Who is at home with you these days?",
        "What does a morning look like when things go all right?",
        "It matters to you that they are looked after, even when you are worn out.",
        "When did it start to feel this heavy?",
        "You said the money worries you most. What have you tried so far?",
        "That took some courage to tell me.",
        "How are you sleeping?",
        "Is there anybody you can call when it gets bad?",
        "It sounds as if asking for help has not gone well before.",
        "What would you want to be different a month from now?",
        "Let me see if I have this right: work, the rent, and the nights are the hardest.",
        "What would be a good first step before we meet again?",
    ];

    private static readonly string[] Client =
    [
        "It's been a long month, I guess. I get up, I get everybody out the door, and then I sit there and the whole day is gone before I have done one thing I meant to do.",
        "My sister thinks I should have come sooner. Maybe. She has a husband who does the driving, so it is easy for her to say that.",
        "I don't sleep much. I lie there and count what is due on Friday, and then I count it again, and then it is four in the morning.",
        "We used to go out walking in the evening when it was warm. I haven't done that since, I don't know, spring. It sounds like nothing when I say it.",
    ];

    [Fact]
    public async Task Every_built_in_client_holds_thirty_messages_for_under_a_cent_and_mostly_from_the_cache()
    {
        foreach (var client in BuiltInClients.All)
        {
            await using var stub = await StubProvider.StartAsync(new StubSettings { Reply = r => Client[r.Number % Client.Length] });
            var calls = await HoldAsync(client.Persona, stub);

            var reported = stub.Reported;
            var cost = calls.Sum(c => c.CostNanoUsd!.Value);
            Assert.Equal(reported.Fresh + reported.CacheRead, calls.Sum(c => c.Usage!.InputTokens + c.Usage.CacheReadTokens));
            Assert.True(cost < 10_000_000, $"{client.Key}: ${cost / 1e9:F5}");
            var steady = calls.Skip(2).Select(c => c.Usage!).ToList();
            double read = steady.Sum(u => u.CacheReadTokens);
            var share = read / (read + steady.Sum(u => u.InputTokens + u.CacheWriteTokens));
            Assert.True(share >= 0.85, $"{client.Key}: cache-read share {share:P1}, ${cost / 1e9:F5}, {calls.Count} calls");
        }
    }

    [Fact]
    public async Task A_reply_that_cannot_be_made_says_why_and_what_it_cost()
    {
        await using var stub = await StubProvider.StartAsync();
        stub.Faults.Add("role-break", times: 2);
        await using var provider = Host(stub);
        var persona = BuiltInClients.All[0].Persona;

        var last = await AskAsync(provider, Turn(persona, StateEngine.Start(persona, 1), [], Student[0])).LastAsync();

        var failed = Assert.IsType<ReplyUpdate.Failed>(last);
        Assert.Equal(FailureKind.RoleBreak, failed.Kind);
        Assert.Equal(["reply", "correction"], failed.Calls.Select(c => c.Purpose));
        Assert.All(failed.Calls, c => Assert.True(c.CostNanoUsd > 0));
    }

    private static async Task<List<ModelCall>> HoldAsync(Persona persona, StubProvider stub)
    {
        await using var provider = Host(stub);
        var state = StateEngine.Start(persona, 7);
        var history = new List<Utterance> { new(Speaker.Client, persona.OpeningLine ?? "Hi.") };
        var calls = new List<ModelCall>();
        foreach (var text in Student)
        {
            var said = "";
            await foreach (var update in AskAsync(provider, Turn(persona, state, [.. history], text)))
                if (update is ReplyUpdate.Planned planned)
                    state = planned.Step.State;
                else if (update is ReplyUpdate.Completed done)
                    (said, calls) = (done.Whole, [.. calls, .. done.Calls]);
                else
                    Assert.IsNotType<ReplyUpdate.Failed>(update);
            history.Add(new Utterance(Speaker.Student, text));
            history.Add(new Utterance(Speaker.Client, said));
        }
        return calls;
    }

    private static TurnRequest Turn(Persona persona, ClientState state, IReadOnlyList<Utterance> history, string text) =>
        new()
        {
            Persona = persona,
            State = state,
            History = history,
            Text = text,
        };

    private static IAsyncEnumerable<ReplyUpdate> AskAsync(ServiceProvider provider, TurnRequest turn) =>
        provider.GetRequiredService<ClientSimulator>().RespondAsync(turn);

    private static ServiceProvider Host(StubProvider stub)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["ANTHROPIC_API_KEY"] = "test-key",
                    ["Models:Routes:0:Name"] = "haiku",
                    ["Models:Routes:0:Provider"] = "anthropic",
                    ["Models:Routes:0:Model"] = "claude-haiku-5-5",
                    ["Models:Routes:0:BaseUrl"] = stub.Address.ToString(),
                    ["Models:Routes:0:Client"] = "small",
                }
            )
            .Build();
        return new ServiceCollection().AddModels(configuration).AddSimulation().BuildServiceProvider();
    }
}
