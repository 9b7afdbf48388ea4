using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>The first minute: thanks for coming open a meeting, and only later close it.</summary>
public sealed class FirstWordsTests
{
    [Theory]
    [InlineData("Thank you for coming in today.")]
    [InlineData("Hi, thank you for coming in today. How would you like me to call you?")]
    [InlineData("thanks for meeting with me, i'm ana, a student here")]
    public void Thanks_at_the_beginning_are_no_goodbye(string text) =>
        Assert.False(AnalyzerScene.Analyze(text, "Hello.").Has(LabelCode.Closing));

    [Fact]
    public void The_same_thanks_after_a_talk_are_one() =>
        Assert.True(
            TurnAnalyzer
                .Analyze(
                    "Thank you for talking with me today.",
                    new TurnContext
                    {
                        Persona = AnalyzerScene.Persona,
                        History =
                        [
                            new Utterance(Speaker.Client, "Hello."),
                            new Utterance(Speaker.Student, "Hi, I'm Ana."),
                            new Utterance(Speaker.Client, "Owen."),
                            new Utterance(Speaker.Student, "How has the week been?"),
                            new Utterance(Speaker.Client, "Long."),
                        ],
                    }
                )
                .Has(LabelCode.Closing)
        );

    [Fact]
    public async Task Nobody_says_goodbye_to_somebody_who_has_only_just_said_hello()
    {
        await using var services = new ServiceCollection()
            .AddSimulation(pace => pace.MinDuration = pace.MaxDuration = TimeSpan.Zero)
            .BuildServiceProvider();
        var simulator = services.GetRequiredService<ClientSimulator>();
        foreach (var (key, persona) in BuiltInClients.All)
        {
            for (var seed = 1UL; seed <= 10; seed++)
            {
                var request = new TurnRequest
                {
                    Persona = persona,
                    State = StateEngine.Start(persona, seed),
                    History = [new Utterance(Speaker.Client, persona.OpeningLine!)],
                    Text = "Hi, thank you for coming in today. What would you like me to call you?",
                };
                await foreach (var update in simulator.RespondAsync(request, TestContext.Current.CancellationToken))
                {
                    if (update is ReplyUpdate.Completed said)
                    {
                        Assert.False(
                            said.Whole.Contains("bye", StringComparison.OrdinalIgnoreCase)
                                || said.Whole.Contains("time already", StringComparison.OrdinalIgnoreCase)
                                || said.Whole.Contains("come back", StringComparison.OrdinalIgnoreCase),
                            $"{key}, seed {seed}: {said.Whole}"
                        );
                        var name = persona.Name.Split(' ');
                        Assert.True(name.Any(said.Whole.Contains), $"{key}, seed {seed}, asked for a name: {said.Whole}");
                    }
                }
            }
        }
    }
}
