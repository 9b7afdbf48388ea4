using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What the client feels while replying, from what just happened, distress and traits.</summary>
internal static class Affects
{
    private const int HighDistress = 65;

    public static Affect Of(Persona persona, StateStep step, TurnSignals signals, bool deflects)
    {
        var state = step.State;
        var gained = state.TrustSteps > step.TrustStepsBefore;
        var core = step.Opening.Any(id => persona.Disclosures.First(fact => fact.Id == id).Importance == Importance.Core);
        var draw = new Draw(state.Seed, state.Turn, DrawFor.Affect);
        return step.Stance switch
        {
            Stance.Bristles => Affect.Angry,
            _ when step.RuptureOpened => Has(persona, Trait.Withdrawn) ? Affect.Ashamed : Affect.Angry,
            _ when step.RuptureRepaired => Affect.Relieved,
            Stance.SeeksReassurance => Affect.Anxious,
            _ when core => draw.Chance(60) ? Affect.Sad : Affect.Ashamed,
            _ when deflects => draw.Chance(50) ? Affect.Wary : Affect.Ashamed,
            _ when state.DistressTenths >= HighDistress => Has(persona, Trait.Anxious) ? Affect.Anxious : Affect.Sad,
            _ when gained && signals.Has(LabelCode.Validation) => state.Trust > StateConstants.HighBandAbove
                ? Affect.Warm
                : Affect.Relieved,
            Stance.TestsTheWorker => Affect.Wary,
            Stance.GoesQuiet => draw.Chance(50) ? Affect.Flat : Affect.Tired,
            Stance.CompliesWithoutEngaging => Affect.Flat,
            _ when state.Trust < StateConstants.LowBandBelow => draw.Chance(60) ? Affect.Wary : Affect.Tired,
            _ when state.Trust > StateConstants.HighBandAbove => draw.Chance(60) ? Affect.Calm : Affect.Warm,
            _ => draw.Chance(60) ? Affect.Calm : Affect.Tired,
        };
    }

    private static bool Has(Persona persona, Trait trait) => persona.Traits.Contains(trait);
}
