using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What the choice of a stance looks at besides the turn.</summary>
internal sealed record StanceScene(
    int TrustSteps,
    bool Gained,
    bool Lost,
    bool RuptureOpen,
    bool Opening,
    bool TouchedDiscomfort,
    bool PullsBack,
    bool Foothold,
    bool Leaves
);

/// <summary>Draws how the client meets the turn.</summary>
internal static class Stances
{
    private static readonly Stance[] All = Enum.GetValues<Stance>();

    private static readonly Stance[] WhenTelling =
    [
        Stance.OpensUp,
        Stance.AnswersBriefly,
        Stance.Minimizes,
        Stance.GoesQuiet,
        Stance.Intellectualizes,
        Stance.SeeksReassurance,
    ];

    private static readonly Stance[] WhenAskedAboutSafety = [Stance.AnswersBriefly, Stance.GoesQuiet, Stance.Minimizes, Stance.OpensUp];

    private static readonly Stance[] WhenPullingBack = [Stance.AnswersBriefly, Stance.Minimizes, Stance.GoesQuiet, Stance.ChangesSubject];

    private static readonly Stance[] WithFoothold =
    [
        Stance.OpensUp,
        Stance.TestsTheWorker,
        Stance.Intellectualizes,
        Stance.SeeksReassurance,
        Stance.Minimizes,
    ];

    public static Stance Choose(TurnReading turn, StanceScene scene)
    {
        if (scene.Leaves)
        {
            return ThirdInARow(turn, Stance.Bristles) ? Stance.GoesQuiet : Stance.Bristles;
        }

        var weights = new int[All.Length];
        foreach (var stance in All)
        {
            weights[(int)stance] = Allowed(turn, scene, stance) ? Weight(turn, scene, stance) : 0;
        }

        var draw = new Draw(turn.Before.Seed, turn.Turn, DrawFor.Stance);
        var drawn = draw.Weighted(weights);
        return drawn >= 0 ? All[drawn] : Fallback(turn);
    }

    /// <summary>Never the same three times running, and only what fits the moment.</summary>
    private static bool Allowed(TurnReading turn, StanceScene scene, Stance stance) =>
        !ThirdInARow(turn, stance)
        && (!scene.Opening || WhenTelling.Contains(stance))
        && (scene.Opening || turn.Signals.AskedAbout.Count == 0 || WhenAskedAboutSafety.Contains(stance))
        && (!scene.PullsBack || WhenPullingBack.Contains(stance))
        && (!scene.Foothold || scene.Opening || turn.Signals.AskedAbout.Count > 0 || WithFoothold.Contains(stance));

    private static int Weight(TurnReading turn, StanceScene scene, Stance stance)
    {
        var weight = StanceWeights.Start(stance, scene.TrustSteps * StateConstants.Step) + (Moment(turn, scene, stance) * 100);
        weight = scene.RuptureOpen && stance is Stance.OpensUp or Stance.SeeksReassurance ? 0 : weight;
        foreach (var trait in turn.Persona.Traits)
        {
            weight = weight * StanceWeights.Of(trait, stance) / 100;
        }

        weight = weight * StanceWeights.Of(turn.Persona.Style, stance) / 100;
        // A trace of every stance that fits, so that a choice always exists.
        return Math.Max(weight, scene.Foothold || scene.PullsBack || scene.Opening ? 1 : 0);
    }

    /// <summary>What the turn itself calls for.</summary>
    private static int Moment(TurnReading turn, StanceScene scene, Stance stance)
    {
        var signals = turn.Signals;
        var reflected = signals.Has(LabelCode.SimpleReflection) || signals.Has(LabelCode.ComplexReflection);
        return stance switch
        {
            Stance.OpensUp => scene.Opening ? 120
            : scene.Lost || scene.TouchedDiscomfort ? -100
            : turn.Reflects || signals.Has(LabelCode.Silence) ? 8
            : 0,
            Stance.AnswersBriefly => signals.Has(LabelCode.ClosedQuestion) ? 20
            : signals.Has(LabelCode.OpenQuestion) ? -14
            : 0,
            Stance.ChangesSubject => scene.TouchedDiscomfort ? 20 : 0,
            Stance.Minimizes => (scene.TouchedDiscomfort ? 20 : 0) + (signals.Has(LabelCode.AdviceWithoutPermission) ? 10 : 0),
            Stance.GoesQuiet => (scene.TouchedDiscomfort ? 15 : 0) + (scene.Lost ? 20 : 0) + (signals.Has(LabelCode.Silence) ? 10 : 0),
            Stance.Bristles when IsEasyToMeet(turn, scene) => -100,
            Stance.Bristles => (turn.Confronts ? 50 : 0) + (scene.Lost ? 20 : 0) + (scene.RuptureOpen ? 15 : 0) - (scene.Gained ? 6 : 0),
            Stance.CompliesWithoutEngaging => (signals.Has(LabelCode.AdviceWithoutPermission) ? 25 : 0)
                + (scene.Lost ? 10 : 0)
                + (scene.RuptureOpen ? 10 : 0),
            Stance.TestsTheWorker => (turn.IgnoresQuestion ? 20 : 0) + (signals.Has(LabelCode.Repair) ? 10 : 0),
            Stance.SeeksReassurance => signals.Has(LabelCode.LimitsOfConfidentiality) || signals.Has(LabelCode.DutyToReport) ? 12 : 0,
            Stance.CorrectsTheWorker => reflected && !signals.Tied ? 40
            : signals.Has(LabelCode.Minimizing) ? 15
            : 0,
            _ => 0,
        };
    }

    /// <summary>Nothing asked, nothing taken, nothing touched: there is nothing to bristle at. While it is still sore, being understood will do.</summary>
    private static bool IsEasyToMeet(TurnReading turn, StanceScene scene) =>
        !turn.Asks
        && !scene.Lost
        && !scene.TouchedDiscomfort
        && !turn.Signals.Has(LabelCode.OffTopic)
        && (!scene.RuptureOpen || turn.Reflects || turn.Signals.Has(LabelCode.Validation));

    private static bool ThirdInARow(TurnReading turn, Stance stance)
    {
        var last = turn.Before.Stances;
        return last.Count >= 2 && last[^1] == stance && last[^2] == stance;
    }

    private static Stance Fallback(TurnReading turn) => ThirdInARow(turn, Stance.AnswersBriefly) ? Stance.GoesQuiet : Stance.AnswersBriefly;
}
