using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// How long the reply is. Human clients say a median of 17 words after an open question, 7 after a closed one and 2 to 3 after a
/// reflection; 34.5 % of their turns have up to 3 words, 4.2 % over 60. Source: AnnoMI (Wu et al., 2022), client turns, our count.
/// </summary>
internal static class ReplyLengths
{
    private static readonly LengthBand[] Bands = Enum.GetValues<LengthBand>();

    // Percent for minimal, short, medium, long.
    private static readonly int[] AfterOpen = [8, 24, 58, 10];
    private static readonly int[] AfterClosed = [30, 48, 20, 2];
    private static readonly int[] AfterReflection = [48, 27, 21, 4];
    private static readonly int[] AfterOther = [34, 42, 22, 2];

    public static LengthBand Draw(Persona persona, StateStep step, TurnSignals signals, SafetyAnswers safety, bool foothold)
    {
        if (step.Opening.Count > 0)
        {
            return step.Opening.Count > 1 && step.Stance == Stance.OpensUp ? LengthBand.Long : LengthBand.Medium;
        }

        if (step.ClientLeaves || foothold)
        {
            return LengthBand.Medium;
        }

        if (!safety.None)
        {
            return LengthBand.Short;
        }

        if (AsksOnAboutWhatIsOpen(step, signals))
        {
            return LengthBand.Medium;
        }

        var draw = new Draw(step.State.Seed, step.State.Turn, DrawFor.Length);
        var weights = (int[])After(signals).Clone();
        Shift(weights, Tendency(persona, step));
        var band = Bands[Math.Max(0, draw.Weighted(weights))];
        return Within(step.Stance, band);
    }

    /// <summary>Asked openly about what they have told, a person says more of it, even one who has gone quiet.</summary>
    private static bool AsksOnAboutWhatIsOpen(StateStep step, TurnSignals signals) =>
        (signals.Has(LabelCode.OpenQuestion) || signals.Has(LabelCode.Permission))
        && step.Stance is not (Stance.Bristles or Stance.TestsTheWorker or Stance.CompliesWithoutEngaging)
        && signals.Touched.Any(step.State.Opened.ContainsKey);

    private static int[] After(TurnSignals signals) =>
        signals.Has(LabelCode.OpenQuestion) ? AfterOpen
        : signals.Has(LabelCode.ClosedQuestion) ? AfterClosed
        : signals.Has(LabelCode.SimpleReflection) || signals.Has(LabelCode.ComplexReflection) ? AfterReflection
        : AfterOther;

    /// <summary>Percent of the longer bands moved to the shorter ones (negative) or back (positive).</summary>
    private static int Tendency(Persona persona, StateStep step)
    {
        var tendency = persona.Style switch
        {
            CommunicationStyle.Brief => -25,
            CommunicationStyle.Avoidant => -15,
            CommunicationStyle.Verbose => 30,
            CommunicationStyle.Emotional => 10,
            _ => 0,
        };
        tendency += persona.Traits.Contains(Trait.Talkative) ? 20 : 0;
        tendency -= persona.Traits.Contains(Trait.Withdrawn) ? 15 : 0;
        tendency += step.State.Trust < StateConstants.LowBandBelow ? -20 : 0;
        tendency += step.State.Trust > StateConstants.HighBandAbove ? 15 : 0;
        return tendency;
    }

    private static void Shift(int[] weights, int tendency)
    {
        for (var i = 1; i < weights.Length; i++)
        {
            var (from, to) = tendency < 0 ? (i, i - 1) : (weights.Length - 1 - i, weights.Length - i);
            var moved = weights[from] * Math.Abs(tendency) / 100;
            weights[from] -= moved;
            weights[to] += moved;
        }
    }

    private static LengthBand Within(Stance stance, LengthBand band) =>
        stance switch
        {
            Stance.GoesQuiet => LengthBand.Minimal,
            Stance.CompliesWithoutEngaging or Stance.AnswersBriefly => band > LengthBand.Short ? LengthBand.Short : band,
            Stance.OpensUp => band < LengthBand.Short ? LengthBand.Short : band,
            Stance.TestsTheWorker or Stance.CorrectsTheWorker or Stance.SeeksReassurance or Stance.ChangesSubject => band switch
            {
                LengthBand.Minimal => LengthBand.Short,
                LengthBand.Long => LengthBand.Medium,
                _ => band,
            },
            _ => band == LengthBand.Long ? LengthBand.Medium : band,
        };
}
