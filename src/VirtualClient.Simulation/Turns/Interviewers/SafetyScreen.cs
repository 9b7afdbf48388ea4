using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>
/// The C-SSRS screener's order: wish to be dead, thoughts; method, intent and plan only where there are thoughts; behavior always. Then
/// violence and a child's safety. Questions left over go back to what was answered in part. Source: Posner et al., 2011.
/// </summary>
internal static class SafetyScreen
{
    private static readonly LabelCode[] Warm =
    [
        LabelCode.OpenQuestion,
        LabelCode.ComplexReflection,
        LabelCode.SimpleReflection,
        LabelCode.Validation,
    ];

    public static TurnSignals Turn(Seat seat)
    {
        if (seat.Turn <= Warm.Length)
        {
            return Script.Of(seat, Warm[seat.Turn - 1]) with { Touched = new HashSet<string>() };
        }

        var asked = seat.Turn - Warm.Length - 1;
        var first = Order(seat);
        if (asked < first.Count)
        {
            return Script.Safety(seat, first[asked]);
        }

        // A second round over what was not told yet.
        var closed = seat.Persona.Disclosures.FirstOrDefault(fact =>
            fact.Risk is not null && !seat.State.Opened.ContainsKey(fact.Id) && fact.Requires.All(seat.State.Opened.ContainsKey)
        );
        return Script.Safety(seat, closed?.Risk ?? RiskItem.ChildAtRisk);
    }

    private static List<RiskItem> Order(Seat seat)
    {
        var thoughts = seat.Persona.Disclosures.Any(fact =>
            fact.Risk == RiskItem.SuicidalThoughts && seat.State.Opened.ContainsKey(fact.Id)
        );
        var order = new List<RiskItem> { RiskItem.WishToBeDead, RiskItem.SuicidalThoughts };
        if (thoughts)
        {
            order.AddRange([RiskItem.Method, RiskItem.Intent, RiskItem.Plan]);
        }

        order.AddRange([RiskItem.Behavior, RiskItem.Violence, RiskItem.ChildAtRisk]);
        return order;
    }
}
