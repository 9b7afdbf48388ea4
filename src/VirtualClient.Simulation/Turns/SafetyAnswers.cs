using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns;

/// <summary>What the client says to direct safety questions that open no fact.</summary>
/// <param name="Partial">Ambivalent answers for facts that are still closed.</param>
/// <param name="Clean">Truthful clean answers.</param>
internal sealed record SafetyAnswers(IReadOnlyList<string> Partial, IReadOnlyList<string> Clean)
{
    private const string Ambivalent = "Not like that. I don't know.";

    private static readonly RiskItem[] Suicide =
    [
        RiskItem.WishToBeDead,
        RiskItem.SuicidalThoughts,
        RiskItem.Method,
        RiskItem.Intent,
        RiskItem.Plan,
        RiskItem.Behavior,
    ];

    private static readonly string[] PlainNos =
    [
        "No. Not that.",
        "No, nothing like that.",
        "No. That one's a no.",
        "No. Honestly, no.",
        "No. It's not that.",
        "No. I'd say so.",
    ];

    private static readonly string[] Confirmations =
    [
        "Yes. It's what I told you.",
        "Like I said before. Yes.",
        "I already told you that one.",
        "That's still how it is.",
    ];

    public bool None => Partial.Count == 0 && Clean.Count == 0;

    public static SafetyAnswers For(Persona persona, StateStep step, TurnSignals signals, TurnContext context)
    {
        var partial = new List<string>();
        var confirmed = new List<string>();
        var clean = new List<string>();
        var told = false;
        if (step.Opening.Any(id => persona.Disclosures.First(fact => fact.Id == id).Risk is not null))
        {
            // What opens now is the answer; a no to the other half of the question would take it back.
            return new([], []);
        }

        var said = ClientWords.Recent(context, int.MaxValue);
        foreach (var item in signals.AskedAbout.Order())
        {
            var facts = persona.Disclosures.Where(fact => fact.Risk == item).ToList();
            var closed = Nearest(facts.Where(fact => !step.State.Opened.ContainsKey(fact.Id)), context.Text);
            if (closed is not null)
            {
                partial.Add(string.IsNullOrWhiteSpace(closed.PartialAnswer) ? Ambivalent : closed.PartialAnswer);
            }
            else if (facts.Count > 0)
            {
                told = true;
                confirmed.AddRange(Fresh([.. facts.SelectMany(fact => fact.OwnWords.Skip(1)), .. Confirmations], said));
            }
            else
            {
                Absent(persona, step, item, said, partial, clean);
            }
        }

        // One answer to one question; two in a breath would contradict each other. What is true weighs more than what is not so.
        return partial.Count > 0 ? new([partial[0]], [])
            : confirmed.Count > 0 ? new([], [confirmed[0]])
            : told ? new([], [])
            : new([], clean.Take(1).ToList());
    }

    /// <summary>
    /// Nothing of this kind is true of the person. A clean no is said where it was authored, or where no closed neighbor would make it a
    /// denial: a client who has not spoken of suicidal thoughts does not cleanly deny a plan.
    /// </summary>
    private static void Absent(Persona persona, StateStep step, RiskItem item, string said, List<string> partial, List<string> clean)
    {
        var authored = persona.CleanNos.Where(no => no.Risk == item).SelectMany(no => no.OwnWords).ToList();
        var neighborClosed = persona.Disclosures.Any(fact =>
            fact.Risk is { } risk && Suicide.Contains(risk) && Suicide.Contains(item) && !step.State.Opened.ContainsKey(fact.Id)
        );
        if (authored.Count == 0 && neighborClosed)
        {
            partial.Add(Ambivalent);
            return;
        }

        var draw = new Draw(step.State.Seed, step.State.Turn, DrawFor.Safety);
        var fresh = Fresh(authored, said);
        fresh = fresh.Count > 0 ? fresh : Fresh(PlainNos, said);
        clean.Add(fresh.Count > 0 ? fresh[draw.Below(fresh.Count)] : PlainNos[draw.Below(PlainNos.Length)]);
    }

    /// <summary>Of two closed facts of one kind the one whose topics the question names: "was he hurt" is not "who stays with him".</summary>
    private static Disclosure? Nearest(IEnumerable<Disclosure> closed, string question)
    {
        var words = TurnText.Parse(question).Words;
        return closed.MaxBy(fact =>
        {
            var named = new HashSet<string>(StringComparer.Ordinal);
            var index = new PhraseIndex<string>();
            foreach (var topic in fact.Topics)
            {
                index.Add(topic, topic);
            }

            index.Find(words, 0, words.Count, named);
            return named.Count;
        });
    }

    private static List<string> Fresh(IReadOnlyList<string> ways, string said) => [.. ways.Where(way => !ClientWords.Contains(said, way))];
}
