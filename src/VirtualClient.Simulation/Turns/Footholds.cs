using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>Something concrete that is not gated, for the reply that gives a beginner a place to stand.</summary>
internal static class Footholds
{
    public static string? For(Persona persona, TurnContext context, ClientState state)
    {
        var said = ClientWords.Recent(context, int.MaxValue);
        var details = new[] { persona.PresentingConcern }
            .Concat(persona.PlainFacts.Select(fact => fact.Answer))
            .Where(detail => !string.IsNullOrWhiteSpace(detail) && !ClientWords.Contains(said, detail))
            .ToList();
        if (details.Count == 0)
        {
            return null;
        }

        var draw = new Draw(state.Seed, state.Turn, DrawFor.Foothold);
        _ = draw.Next();
        // What brought them is the natural thing to say; once it is said, another detail.
        return details[0] == persona.PresentingConcern ? details[0] : details[draw.Below(details.Count)];
    }
}
