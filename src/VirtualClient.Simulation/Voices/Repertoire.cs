using System.Runtime.CompilerServices;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Voices.Phrases;

namespace VirtualClient.Simulation.Voices;

/// <summary>One thing a person can tell, with the words it has in common with a question about it.</summary>
internal sealed record Tellable(string Text, HashSet<string> Words);

/// <summary>What can be prepared of a persona once: their story in the first person, and the words everything is about. Thread-safe.</summary>
internal sealed class Repertoire
{
    private const int LeastWords = 5;

    private static readonly ConditionalWeakTable<Persona, Repertoire> Prepared = [];

    private Repertoire(Persona persona)
    {
        var first = new FirstPerson(persona);
        var formal = Delivery.Of(persona) == Register.Formal;
        Concern = Turned(persona.PresentingConcern, first, formal);
        Wish = Turned(persona.Wish, first, formal);
        Story = Turned(persona.Story, first, formal);
        Plain = [.. persona.PlainFacts.Select(fact => new Tellable(fact.Answer, TellingWords.Kinds(string.Join(' ', fact.Words))))];
        Facts = persona.Disclosures.ToDictionary(
            fact => fact.Id,
            fact => TellingWords.Of($"{fact.Fact} {string.Join(' ', fact.OwnWords)}"),
            StringComparer.Ordinal
        );
    }

    public IReadOnlyList<Tellable> Concern { get; }

    public IReadOnlyList<Tellable> Wish { get; }

    public IReadOnlyList<Tellable> Story { get; }

    /// <summary>Plain facts, each with the kinds of words that lead to it.</summary>
    public IReadOnlyList<Tellable> Plain { get; }

    /// <summary>The telling words of every disclosure, by id.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Facts { get; }

    public static Repertoire Of(Persona persona) => Prepared.GetValue(persona, key => new Repertoire(key));

    private static Tellable[] Turned(string text, FirstPerson first, bool formal) =>
        [
            .. Sentences
                .Split(text)
                .Select(first.Turn)
                .OfType<string>()
                .Select(sentence => formal ? sentence : Delivery.Contracted(sentence))
                .Where(sentence => SpokenText.Words(sentence) >= LeastWords)
                .Select(sentence => new Tellable(sentence, TellingWords.Of(sentence))),
        ];
}
