using System.Text.RegularExpressions;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>Reads what a question plainly asks, so that a client gives a plain answer to a plain question.</summary>
internal static partial class PlainAsks
{
    /// <summary>The turn as typed; where it is not known, the words that earned its labels.</summary>
    public static string TextOf(TurnSignals signals, TurnContext context) =>
        context.Text.Length > 0 ? context.Text : string.Join(" ", signals.Labels.Select(label => label.Words).Distinct());

    public static (PlainAsk Ask, string? Answer) Read(Persona persona, TurnSignals signals, string text, string said, bool hasMoreToSay)
    {
        var asks =
            signals.Has(LabelCode.OpenQuestion) || signals.Has(LabelCode.ClosedQuestion) || text.Contains('?') || Orders().IsMatch(text);
        if (!asks)
        {
            return (PlainAsk.None, null);
        }

        if (AsksName().IsMatch(text))
        {
            return (PlainAsk.Name, persona.Name);
        }

        if (AsksAge().IsMatch(text))
        {
            return (PlainAsk.Age, persona.Age.ToString());
        }

        var fact = hasMoreToSay ? null : PlainFactFor(persona, signals, Asking(text), said);
        if (fact is not null)
        {
            return (PlainAsk.Fact, fact.Answer);
        }

        return (signals.Has(LabelCode.ClosedQuestion) && YesNoOpening().IsMatch(text) ? PlainAsk.YesNo : PlainAsk.None, null);
    }

    /// <summary>
    /// The plain fact that a question asks for in the author's own phrase of two words or more ("do you drink"). It is answered even where a
    /// closed topic is touched by one of its words.
    /// </summary>
    public static bool Exactly(Persona persona, string text)
    {
        var words = $" {ClientWords.Plain(Asking(text))} ";
        return (text.Contains('?') || Orders().IsMatch(text))
            && persona.PlainFacts.Any(fact => fact.Words.Any(cue => cue.Trim().Contains(' ') && Names(words, cue)));
    }

    /// <summary>The sentences that ask, where they are marked; what is said around a question is not what it asks for.</summary>
    public static string Asking(string text)
    {
        var asking = Sentences.Split(text).Where(sentence => sentence.TrimEnd().EndsWith('?')).ToList();
        return asking.Count == 0 ? text : string.Join(' ', asking);
    }

    /// <summary>The plain fact most of whose words are in the question; an open question gets one only once.</summary>
    private static PlainFact? PlainFactFor(Persona persona, TurnSignals signals, string text, string said)
    {
        var words = $" {ClientWords.Plain(text)} ";
        var best = persona
            .PlainFacts.Select(fact => (Fact: fact, Hits: fact.Words.Count(word => Names(words, word))))
            .Where(each => each.Hits > 0 && (signals.Has(LabelCode.ClosedQuestion) || !ClientWords.Contains(said, each.Fact.Answer)))
            .OrderByDescending(each => each.Hits)
            .ThenByDescending(each => each.Fact.Words.Max(word => Last(words, word)))
            .FirstOrDefault();
        return best.Fact;
    }

    /// <summary>Where a cue ends in the question: "what do you do for fun" is about fun.</summary>
    private static int Last(string words, string cue)
    {
        var plain = ClientWords.Plain(cue);
        var at = plain.Length > 0 && Names(words, cue) ? words.LastIndexOf($" {plain}", StringComparison.Ordinal) : -1;
        return at < 0 ? -1 : at + plain.Length;
    }

    private static bool Names(string words, string cue)
    {
        var plain = ClientWords.Plain(cue);
        return plain.Length > 0
            && (words.Contains($" {plain} ", StringComparison.Ordinal) || words.Contains($" {plain}s ", StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"\b(your (first |last |full )?name|what (should|can|do|may) (i|we|people) call you|(how|what) (would|do|should) you (like|prefer|want) (me )?to (call you|be called|be addressed)|what do you go by)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksName();

    [GeneratedRegex(
        @"\b(how old (are|r) (you|u)|(?<!\b(at|for|of|around|about|near|to) )your age|what age are you|your date of birth)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksAge();

    [GeneratedRegex(
        @"(^|[.,;!?]\s*|\b(so|and|but|ok|okay|well)\s+)(do|does|did|is|are|am|was|were|have|has|had|can|could|will|would|should|shall|may)(n['’]?t)?\s+\w+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex YesNoOpening();

    /// <summary>"Name the bones of the hand, then."</summary>
    [GeneratedRegex(@"^\W*((okay|so|then|well|and|all right)\W+)*(name|list|recite)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Orders();
}
