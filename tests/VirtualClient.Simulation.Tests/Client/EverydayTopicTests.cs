using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Client;

/// <summary>A topic that is in everybody's mouth would touch what it leads to by chance: "where do you live" is not about being alive.</summary>
public sealed class EverydayTopicTests
{
    private static readonly string[] Verbs =
    [
        .. (
            "go get do make take come live tell talk say think know feel want need try keep leave stay start end look see happen change move "
            + "give find like love use hear run walk sit wait wish act prepare decide believe own push call read write play drive watch "
            + "help mean ask show stop lose bring put let"
        ).Split(' '),
    ];

    public static TheoryData<string> Keys { get; } = [.. BuiltInClients.All.Select(client => client.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_topic_is_a_verb_of_everyday_talk(string key)
    {
        var touching = from verb in Verbs from fact in Touched(key, $"Do you {verb}?") select $"{verb}: {fact}";

        Assert.Empty(touching);
    }

    [Theory]
    [InlineData("kit-sorensen", "Where do you live?")]
    [InlineData("kit-sorensen", "Go on.")]
    [InlineData("kit-sorensen", "What do you mean?")]
    [InlineData("julian-marsh", "What do you want from this call?")]
    [InlineData("julian-marsh", "Why do you think so?")]
    [InlineData("ray-delgado", "How does this work?")]
    [InlineData("russell-haverty", "What are you looking at?")]
    [InlineData("dale-pruitt", "What happened?")]
    [InlineData("brooke-lindgren", "How do you get to school, do you drive?")]
    public void An_everyday_question_touches_nothing_by_chance(string key, string asked) =>
        Assert.DoesNotContain(
            BuiltInClients.All.Single(client => client.Key == key).Persona.Disclosures,
            fact => Touched(key, asked).Contains(fact.Id)
        );

    private static IReadOnlySet<string> Touched(string key, string asked)
    {
        var persona = BuiltInClients.All.Single(client => client.Key == key).Persona;
        var context = new TurnContext
        {
            Persona = persona,
            History = [new Utterance(Speaker.Client, "Hello.")],
            Text = asked,
        };
        return TurnAnalyzer.Analyze(asked, context).Touched;
    }
}
