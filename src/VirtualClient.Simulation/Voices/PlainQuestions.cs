using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Voices;

/// <summary>Questions that ask for one plain fact in words its author did not list.</summary>
internal static class PlainQuestions
{
    /// <summary>A longer question asks for more than a fact.</summary>
    private const int MostWords = 10;

    /// <summary>The plain fact that is meant, or null.</summary>
    public static string? Answer(VoiceRequest request, HeardTurn reading, Material material)
    {
        if (reading.Asked is not { } asked || request.Signals.Words > MostWords)
        {
            return null;
        }

        var means =
            Occasions.PlainlyFactual.Contains(asked)
            || Occasions.Factual.Contains(asked) && request.Plan.Deflections.Count == 0 && !TouchesClosed(request);
        return means ? material.PlainFact() : null;
    }

    /// <summary>The turn touched something that is closed.</summary>
    public static bool TouchesClosed(VoiceRequest request) => TouchesClosed(request, _ => true);

    /// <summary>The turn touched a danger that is closed.</summary>
    public static bool TouchesClosedRisk(VoiceRequest request) => TouchesClosed(request, fact => fact.Risk is not null);

    private static bool TouchesClosed(VoiceRequest request, Func<Disclosure, bool> which) =>
        request.Turn.Persona.Disclosures.Any(fact =>
            which(fact)
            && request.Signals.Touched.Contains(fact.Id)
            && !request.Plan.Known.Any(known => known.Id == fact.Id)
            && !request.Plan.Opening.Any(opening => opening.Id == fact.Id)
        );
}
