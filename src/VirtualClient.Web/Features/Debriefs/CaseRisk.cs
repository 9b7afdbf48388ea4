using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>What kind of risk a case holds and what a worker does about it, in a sentence each, without the facts.</summary>
internal sealed record CaseRisk(bool IsCarried, string Carried, string ToDo)
{
    private enum Kind
    {
        Child,
        Suicide,
        Violence,
    }

    public static CaseRisk Of(Persona persona, string name)
    {
        var kinds = persona.Disclosures.Select(fact => fact.Risk).OfType<RiskItem>().Select(KindOf).Distinct().Order().ToList();
        return kinds.Count == 0
            ? new CaseRisk(
                false,
                "The case holds none.",
                "The case: nothing that has to be reported. Talking it over with a supervisor is never wrong."
            )
            : new CaseRisk(
                true,
                $"The case: {name} carried {string.Join(" and ", kinds.Select(Named))}.",
                string.Join(" ", kinds.Select((kind, i) => (i == 0 ? "The case: " : "") + ToDoAbout(kind, name, i == 0)))
            );
    }

    private static Kind KindOf(RiskItem item) =>
        item switch
        {
            RiskItem.ChildAtRisk => Kind.Child,
            RiskItem.Violence => Kind.Violence,
            _ => Kind.Suicide,
        };

    private static string Named(Kind kind) =>
        kind switch
        {
            Kind.Child => "worry about a child who may not be safe",
            Kind.Violence => "a danger of violence",
            _ => "thoughts of not living any more",
        };

    private static string ToDoAbout(Kind kind, string name, bool first) =>
        kind switch
        {
            Kind.Child => "a child who may not be safe is reported the same day, and your supervisor knows.",
            Kind.Violence =>
                $"{(first ? "a" : "A")} plan for safety is made with {name}, and you consult the same day. Whether it is reported too depends on who is in danger and on the law where you are.",
            _ =>
                $"{(first ? "thoughts" : "Thoughts")} of suicide are talked over with a supervisor the same day, before {name} is left alone with them.",
        };
}
