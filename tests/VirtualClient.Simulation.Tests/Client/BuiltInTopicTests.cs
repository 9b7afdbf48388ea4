using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Client;

/// <summary>A topic nobody can touch keeps a fact closed for ever, whatever the student does.</summary>
public sealed class BuiltInTopicTests
{
    public static TheoryData<string> Keys { get; } = [.. BuiltInClients.All.Select(client => client.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Asking_about_a_topic_in_its_own_words_touches_what_it_leads_to(string key)
    {
        var persona = BuiltInClients.All.Single(client => client.Key == key).Persona;
        var deaf =
            from disclosure in persona.Disclosures
            from topic in disclosure.Topics
            where !topic.Contains('_', StringComparison.Ordinal) && !Touches(persona, disclosure, topic)
            select $"{disclosure.Id}: {topic}";

        Assert.Empty(deaf);
    }

    private static bool Touches(Persona persona, Disclosure disclosure, string topic)
    {
        var text = $"Could we talk about {topic} for a moment?";
        var context = new TurnContext
        {
            Persona = persona,
            History = [new Utterance(Speaker.Client, persona.OpeningLine ?? "")],
            Text = text,
        };
        return TurnAnalyzer.Analyze(text, context).Touched.Contains(disclosure.Id);
    }
}
