using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// How fast this person gains and loses trust: difficulty, traits and what builds trust with them. Reads no name, gender, race, age or
/// means, so that these cannot change a path.
/// </summary>
internal static class PersonaFactors
{
    private static readonly Issue[] FamilyIssues = [Issue.FamilyConflict, Issue.ElderCare, Issue.ChildcareNeeds];

    public static int StartSteps(Persona persona)
    {
        var trust = StateConstants.StartTrust(persona.Difficulty) + (Has(persona, Trait.Honest) ? StateConstants.HonestStart : 0m);
        return (int)Math.Round(trust / StateConstants.Step, MidpointRounding.AwayFromZero);
    }

    public static decimal Gain(Persona persona)
    {
        var factor = StateConstants.Gain(persona.Difficulty);
        factor *= Has(persona, Trait.Suspicious) ? StateConstants.SuspiciousGain : 1m;
        factor *= Has(persona, Trait.Cooperative) ? StateConstants.CooperativeGain : 1m;
        return factor;
    }

    public static decimal Loss(Persona persona, bool fragile)
    {
        var factor = StateConstants.Loss(persona.Difficulty);
        factor *= Has(persona, Trait.Defensive) ? StateConstants.DefensiveLoss : 1m;
        factor *= Has(persona, Trait.Aggressive) ? StateConstants.AggressiveLoss : 1m;
        factor *= fragile ? StateConstants.AnxiousNextLoss : 1m;
        return factor;
    }

    /// <summary>Trust a fact needs with this person.</summary>
    public static decimal Level(Persona persona, Disclosure fact)
    {
        var later =
            fact.Importance == Importance.Core && fact.Risk is null && (Has(persona, Trait.Withdrawn) || Has(persona, Trait.Reserved));
        return later
            ? Math.Max(fact.Level, Math.Min(StateConstants.HighestLevel, fact.Level + StateConstants.ReservedCoreLater))
            : fact.Level;
    }

    /// <summary>What builds trust, as one factor: each gain's own, weighted by its size.</summary>
    public static decimal Builders(Persona persona, TurnSignals signals, IReadOnlyList<TrustMove> gains)
    {
        var sum = gains.Sum(move => move.Amount);
        return sum == 0m ? 1m : gains.Sum(move => move.Amount * Builder(persona.BuildsTrust, signals, move)) / sum;
    }

    private static decimal Builder(TrustBuilders builders, TurnSignals signals, TrustMove move)
    {
        var more = builders.More.Any(builder => Speaks(builder, signals, move));
        var less = builders.Less.Any(builder => Speaks(builder, signals, move));
        return (more, less) switch
        {
            (true, false) => StateConstants.BuildsMore,
            (false, true) => StateConstants.BuildsLess,
            _ => 1m,
        };
    }

    /// <summary>Whether a move is of the kind this person warms to.</summary>
    private static bool Speaks(TrustBuilder builder, TurnSignals signals, TrustMove move) =>
        builder switch
        {
            TrustBuilder.PracticalHelp => move.Label
                is LabelCode.PracticalHelp
                    or LabelCode.Information
                    or LabelCode.Referral
                    or LabelCode.AdviceWithPermission
                || (move.Label is null && signals.FollowsUpPromise),
            TrustBuilder.PlainDirectness => move.Label
                is LabelCode.AnswersQuestion
                    or LabelCode.SimpleReflection
                    or LabelCode.SafetyQuestion
                    or LabelCode.AgreesPurpose,
            TrustBuilder.Patience => move.Label is LabelCode.Silence or LabelCode.OpenQuestion or LabelCode.Autonomy,
            TrustBuilder.Formality => move.Label is LabelCode.Introduction or LabelCode.Permission or LabelCode.Affirmation,
            TrustBuilder.FamilyIncluded => move.Label is not null && signals.Issues.Any(issue => FamilyIssues.Contains(issue)),
            TrustBuilder.NamingFeelings => move.Label is LabelCode.Validation
                || (move.Label is LabelCode.ComplexReflection && signals.ClientFelt),
            TrustBuilder.Humor => signals.Light,
            TrustBuilder.Silence => move.Label is LabelCode.Silence,
            TrustBuilder.ExplainingProcess => move.Label
                is LabelCode.ExplainsRole
                    or LabelCode.LimitsOfConfidentiality
                    or LabelCode.AgreesPurpose
                    or LabelCode.Information,
            _ => false,
        };

    private static bool Has(Persona persona, Trait trait) => persona.Traits.Contains(trait);
}
