using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

/// <summary>A small case to analyze turns in: a father behind with the rent, with something he does not say yet.</summary>
internal static class AnalyzerScene
{
    public static Persona Persona { get; } =
        new()
        {
            Name = "Owen",
            Age = 41,
            Setting = "Neighborhood center",
            Summary = "A father who is behind with the rent.",
            Referral = new ReferralSheet
            {
                ReferredBy = "School nurse",
                WhyNow = "Late fees",
                WhatIsKnown = "Two children",
                Task = "Meet him.",
            },
            PresentingConcern = "The rent.",
            Issues = [Issue.HousingInsecurity, Issue.FamilyConflict],
            Traits = [Trait.Reserved, Trait.Honest],
            Style = CommunicationStyle.Brief,
            Disclosures =
            [
                Fact("eviction", ["housing_insecurity", "notice"], 2.5m),
                Fact("night-shift", ["warehouse", "night shift"], 2.0m),
                Fact("wish", ["mental_health"], 2.0m, RiskItem.WishToBeDead),
                Fact("thoughts", ["mental_health"], 2.0m, RiskItem.SuicidalThoughts),
            ],
        };

    public static TurnSignals Analyze(string text, params string[] clientTurns)
    {
        var history = new List<Utterance>();
        foreach (var turn in clientTurns)
        {
            history.Add(new Utterance(Speaker.Student, "Okay."));
            history.Add(new Utterance(Speaker.Client, turn));
        }

        return Analyze(text, history);
    }

    public static TurnSignals Analyze(string text, IReadOnlyList<Utterance> history) =>
        TurnAnalyzer.Analyze(text, new TurnContext { Persona = Persona, History = history });

    private static Disclosure Fact(string id, string[] topics, decimal level, RiskItem? risk = null) =>
        new()
        {
            Id = id,
            Title = id,
            Fact = "Something about " + id,
            OwnWords = ["About " + id],
            Topics = topics,
            Level = level,
            Deflection = "Not now.",
            Risk = risk,
            DirectQuestion = risk is not null,
        };
}
