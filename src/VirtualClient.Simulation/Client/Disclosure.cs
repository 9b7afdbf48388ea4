namespace VirtualClient.Simulation.Client;

/// <summary>One thing the client could tell, with the gate that keeps it until it has been earned.</summary>
public sealed record Disclosure
{
    /// <summary>Stable key inside the persona, lower-case words joined by hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The teacher's name for it; shown to students in the debrief as a theme, so it must not give the fact away.</summary>
    public required string Title { get; init; }

    /// <summary>What is true, in the third person, up to 400 characters.</summary>
    public required string Fact { get; init; }

    /// <summary>One to three ways the client says it, in the first person.</summary>
    public required IReadOnlyList<string> OwnWords { get; init; }

    /// <summary>Issue codes (snake_case) or plain words that lead to it; words match in all their forms.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Trust needed, 1.0 to 3.5 in half steps; risk facts at most 2.0.</summary>
    public required decimal Level { get; init; }

    public Pace Pace { get; init; } = Pace.Today;

    /// <summary>Whether coming near it shows.</summary>
    public bool Discomfort { get; init; }

    /// <summary>What the client says or does instead while it is closed; shares no four-word run with the fact.</summary>
    public required string Deflection { get; init; }

    /// <summary>Ids of disclosures that come first; no cycles.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    public Importance Importance { get; init; } = Importance.Supporting;

    /// <summary>Whether only a direct question that is not leading opens it. Always so for risk facts.</summary>
    public bool DirectQuestion { get; init; }

    /// <summary>Set when the fact carries risk; null for all others.</summary>
    public RiskItem? Risk { get; init; }

    /// <summary>
    /// For risk facts: the partial, ambivalent answer to a direct question below its level, with a cue ("*looks away* Not like that. I don't
    /// know."), never a clean denial.
    /// </summary>
    public string? PartialAnswer { get; init; }
}
