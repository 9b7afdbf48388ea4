using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns.Interviewers;

/// <summary>What is allowed in a client and most likely not meant. Takes milliseconds. Deterministic; thread-safe.</summary>
public static class ClientWarnings
{
    /// <summary>Trust that few students reach in one meeting.</summary>
    private const decimal DeepTrust = 3.5m;

    /// <summary>The warnings, by field; empty for a client without facts, which the rules refuse anyway.</summary>
    public static IReadOnlyList<PersonaFault> For(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        var today = persona.Disclosures.Where(fact => fact is { Pace: Pace.Today, Risk: null }).ToList();
        if (today.Count == 0)
        {
            return [];
        }

        var warnings = new List<PersonaFault>();
        if (today.TrueForAll(fact => fact.Level >= DeepTrust))
        {
            warnings.Add(
                new("disclosures", "nothing_opens", "Nothing opens before trust 3.5, and few students come that far in one meeting.")
            );
        }

        Core(persona, today, warnings);
        AtOnce(persona, warnings);
        return warnings;
    }

    private static void Core(Persona persona, List<Disclosure> today, List<PersonaFault> warnings)
    {
        if (today.TrueForAll(fact => fact.Importance != Importance.Core))
        {
            warnings.Add(new("disclosures", "no_core", "No disclosure for today is at the heart of the matter; mark one as core."));
        }
        else if (
            persona.Difficulty == Difficulty.Hard
            && TrialInterview.Hold(persona, Interviewers.Skilled, 1, ClientTrials.Turns).FirstCoreTurn is null
        )
        {
            warnings.Add(
                new(
                    "disclosures",
                    "no_core_on_hard",
                    $"On demanding, not even a skilled interviewer reaches a core disclosure in {ClientTrials.Turns} turns. Lower a level or what has to come first."
                )
            );
        }
    }

    private static void AtOnce(Persona persona, List<PersonaFault> warnings)
    {
        var start = StateEngine.Start(persona, 1).Trust;
        for (var i = 0; i < persona.Disclosures.Count; i++)
        {
            var fact = persona.Disclosures[i];
            if (fact is { Importance: Importance.Core, Risk: null, Pace: Pace.Today } && fact.Requires.Count == 0 && fact.Level <= start)
            {
                warnings.Add(
                    new(
                        $"disclosures[{i}].level",
                        "opens_at_once",
                        $"Trust begins at {start}, so this opens to the first question that comes near it."
                    )
                );
            }
        }
    }
}
