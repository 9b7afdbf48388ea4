using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What this reply stays clear of, in plain words for whoever puts it into words.</summary>
internal static class Avoidances
{
    public static IReadOnlyList<string> For(Persona persona, StateStep step, ReplyPlan plan)
    {
        var avoid = new List<string> { "do not thank or praise the worker" };
        if (plan.Opening.Count == 0)
        {
            avoid.Add("do not tell anything new about your life");
        }

        if (plan.OwnQuestion is null)
        {
            avoid.Add("do not ask the worker anything");
        }

        if (plan.PartialAnswers.Count > 0)
        {
            avoid.Add("do not say a clear no");
        }

        if (step.State.PulledBackAt == step.State.Turn)
        {
            avoid.Add("do not go deeper; you have said a lot already");
        }

        if (step.State.Rupture is not null)
        {
            avoid.Add("do not warm up yet");
        }

        if (plan.Stance == Stance.Bristles)
        {
            avoid.Add("be angry at the situation or the system, never at who the worker is");
        }

        if (persona.Age < 18)
        {
            avoid.Add("no grown-up turns of phrase");
        }

        return avoid;
    }
}
