using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Client;

/// <summary>Each client that comes with the product keeps the rules for all clients and the stricter ones for those we ship.</summary>
public sealed class BuiltInClientTests
{
    private const decimal Guarded = 2.5m;

    public static TheoryData<string> Keys { get; } = [.. BuiltInClients.All.Select(client => client.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_built_in_client_has_no_fault(string key)
    {
        var faults = PersonaRules.Check(Of(key));

        Assert.True(
            faults.Count == 0,
            string.Join(Environment.NewLine, faults.Select(fault => $"{fault.Field}: {fault.Code}: {fault.Sentence}"))
        );
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_built_in_client_is_a_whole_person(string key)
    {
        var persona = Of(key);

        Assert.Equal(2, persona.Strengths.Count);
        Assert.NotEmpty(persona.Wish);
        Assert.NotEmpty(persona.Scene ?? "");
        Assert.NotEmpty(persona.OpeningLine ?? "");
        Assert.NotEmpty(persona.Gender ?? "");
        Assert.NotEmpty(persona.Race ?? "");
        Assert.NotEmpty(persona.SocioeconomicStatus ?? "");
        Assert.NotEmpty(persona.BuildsTrust.More);
        Assert.NotEmpty(persona.BuildsTrust.Less);
        Assert.InRange(persona.LearningGoals.Count, 3, 4);
        Assert.InRange(persona.Cues.Count, 8, 14);
        Assert.InRange(persona.PlainFacts.Count, 16, 24);
        Assert.InRange(Sentences(persona.Story), 10, 22);
        Assert.Empty(persona.Principles);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_built_in_client_claims_no_review_that_has_not_happened(string key) => Assert.Empty(Of(key).ReviewedBy);

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_built_in_client_has_a_voice_of_its_own(string key)
    {
        var speech = Of(key).Speech;

        foreach (
            var phrases in new[] { speech.Openers, speech.Fillers, speech.Yes, speech.No, speech.Minimal, speech.Heard, speech.Bristle }
        )
        {
            Assert.InRange(phrases.Count, 4, 12);
            Assert.Equal(phrases.Count, phrases.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_a_built_in_client_tells_is_speech(string key)
    {
        foreach (var disclosure in Of(key).Disclosures)
        {
            Assert.Equal(3, disclosure.OwnWords.Count);
            Assert.InRange(disclosure.Topics.Count, 6, 18);
            foreach (var said in disclosure.OwnWords)
            {
                var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
                Assert.True(words is >= 8 and <= 45, $"{disclosure.Id}: {words} words: {said}");
                Assert.DoesNotContain("!", said);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_built_in_client_keeps_most_of_it_until_trust_is_there(string key)
    {
        var persona = Of(key);
        var facts = persona.Disclosures.Where(disclosure => disclosure.Risk is null).ToList();
        var early = facts.Where(fact => fact.Level < Guarded).ToList();

        Assert.InRange(persona.Disclosures.Count, 5, 9);
        Assert.True(early.Count <= (facts.Count >= 8 ? 2 : 1), $"{early.Count} of {facts.Count} facts are below {Guarded}.");
        Assert.Contains(facts, fact => fact.Importance == Importance.Core);
        Assert.All(facts.Where(fact => fact.Importance == Importance.Core), fact => Assert.InRange(fact.Level, 3.0m, 3.5m));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_built_in_client_survives_being_written_and_read(string key)
    {
        var written = System.Text.Json.JsonSerializer.Serialize(Of(key), SimulationJson.Options);
        var read = System.Text.Json.JsonSerializer.Deserialize<Persona>(written, SimulationJson.Options)!;

        Assert.Equal(written, System.Text.Json.JsonSerializer.Serialize(read, SimulationJson.Options));
    }

    private static Persona Of(string key) => BuiltInClients.All.Single(client => client.Key == key).Persona;

    private static int Sentences(string text) =>
        text.Split(['.', '?'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
}
