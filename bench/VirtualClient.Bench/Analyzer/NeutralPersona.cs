using VirtualClient.Simulation.Client;

namespace VirtualClient.Bench.Analyzer;

/// <summary>A client with nothing to disclose: the analyzer is measured without any help from a case.</summary>
internal static class NeutralPersona
{
    public static Persona Value { get; } =
        new()
        {
            Name = "Client",
            Age = 40,
            Setting = "Office",
            Summary = "A person in a meeting.",
            Referral = new ReferralSheet
            {
                ReferredBy = "Nobody",
                WhyNow = "Today",
                WhatIsKnown = "Nothing",
                Task = "Listen.",
            },
            PresentingConcern = "Something to talk about.",
            Issues = [],
            Traits = [Trait.Honest, Trait.Cooperative],
            Style = CommunicationStyle.Direct,
            Disclosures = [],
        };
}
