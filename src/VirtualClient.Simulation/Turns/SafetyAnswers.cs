using VirtualClient.Simulation.Client;

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

    public bool None => Partial.Count == 0 && Clean.Count == 0;

    public static SafetyAnswers For(Persona persona, StateStep step, TurnSignals signals)
    {
        var partial = new List<string>();
        var clean = new List<string>();
        foreach (var item in signals.AskedAbout.Order())
        {
            var facts = persona.Disclosures.Where(fact => fact.Risk == item).ToList();
            var closed = facts.FirstOrDefault(fact => !step.State.Opened.ContainsKey(fact.Id));
            if (closed is not null)
            {
                partial.Add(string.IsNullOrWhiteSpace(closed.PartialAnswer) ? Ambivalent : closed.PartialAnswer);
            }
            else if (facts.Count == 0)
            {
                Absent(persona, step, item, partial, clean);
            }
        }

        // One answer to one question; two in a breath would contradict each other.
        return partial.Count > 0 ? new(partial.Distinct().Take(1).ToList(), []) : new([], clean.Distinct().Take(1).ToList());
    }

    /// <summary>
    /// Nothing of this kind is true of the person. A clean no is said where it was authored, or where no closed neighbor would make it a
    /// denial: a client who has not spoken of suicidal thoughts does not cleanly deny a plan.
    /// </summary>
    private static void Absent(Persona persona, StateStep step, RiskItem item, List<string> partial, List<string> clean)
    {
        var authored = persona.CleanNos.FirstOrDefault(no => no.Risk == item);
        if (authored is { OwnWords.Count: > 0 })
        {
            var draw = new Draw(step.State.Seed, step.State.Turn, DrawFor.Voice);
            clean.Add(authored.OwnWords[draw.Below(authored.OwnWords.Count)]);
            return;
        }

        var neighborClosed = persona.Disclosures.Any(fact =>
            fact.Risk is { } risk && Suicide.Contains(risk) && Suicide.Contains(item) && !step.State.Opened.ContainsKey(fact.Id)
        );
        if (neighborClosed)
        {
            partial.Add(Ambivalent);
        }
        else
        {
            clean.Add("No. Not that.");
        }
    }
}
