namespace VirtualClient.Simulation.Client;

/// <summary>
/// A client who can be talked to at once, from the basic fields alone: what is left open is filled with starters that name nobody and
/// give nothing away. Everything in it is there to be edited.
/// </summary>
public static class StarterPersona
{
    /// <summary>More issues than this would give a client more to tell than a meeting can hold; later ones bring no starters.</summary>
    public const int MostIssuesWithStarters = 6;

    /// <summary>
    /// Builds the client. The result keeps all of <see cref="PersonaRules"/> when the name has 1 to 100 characters, the age is 1 to 120,
    /// there is at least one issue and there are two to five traits, none twice. Pure.
    /// </summary>
    /// <param name="age">Years.</param>
    public static Persona From(
        string name,
        int age,
        IReadOnlyList<Issue> issues,
        IReadOnlyList<Trait> traits,
        CommunicationStyle style,
        Difficulty difficulty = Difficulty.Moderate
    )
    {
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(traits);
        return new Persona
        {
            Name = name,
            Age = age,
            Setting = "Agency office",
            Summary = "Somebody who has come to talk for the first time.",
            Referral = new ReferralSheet
            {
                ReferredBy = "The front desk of the agency",
                WhyNow = "They asked for an appointment and gave no details.",
                WhatIsKnown = "This is the first contact. Nothing has been written down so far.",
                Task = "Make a first contact. Find out what brings this person in, and agree on one thing to look at together.",
            },
            PresentingConcern = "I was told it might be good to talk to somebody. I'm not sure where you want me to begin.",
            Issues = issues,
            Traits = traits,
            TraitReasons = [.. traits.Select(trait => new TraitReason(trait, StarterReasons.For(trait)))],
            Style = style,
            Difficulty = difficulty,
            LearningGoals =
            [
                "Introduce yourself and your role, and say what stays private and what cannot.",
                "Follow what the person brings before you bring something of your own.",
                "End with one next step that is theirs.",
            ],
            Disclosures = [.. issues.Distinct().Take(MostIssuesWithStarters).SelectMany(StarterDisclosures.For)],
        };
    }
}
