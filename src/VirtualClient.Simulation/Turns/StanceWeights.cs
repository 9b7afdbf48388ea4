using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>
/// How likely each stance is: by trust band, then by what the turn was, then by traits and style. All ours; they shape how the reply
/// sounds and never what it may tell.
/// </summary>
internal static class StanceWeights
{
    // Columns: trust below 2, 2 to 3, above 3.
    private static readonly Dictionary<Stance, int[]> Base = new()
    {
        [Stance.OpensUp] = [1, 10, 30],
        [Stance.AnswersBriefly] = [24, 26, 16],
        [Stance.TestsTheWorker] = [12, 6, 1],
        [Stance.ChangesSubject] = [8, 8, 4],
        [Stance.Minimizes] = [8, 10, 6],
        [Stance.Intellectualizes] = [3, 5, 4],
        [Stance.Bristles] = [12, 3, 0],
        [Stance.GoesQuiet] = [14, 8, 5],
        [Stance.CompliesWithoutEngaging] = [14, 8, 1],
        [Stance.SeeksReassurance] = [3, 6, 6],
        [Stance.CorrectsTheWorker] = [0, 0, 0],
    };

    public static int Start(Stance stance, decimal trust)
    {
        var band =
            trust < StateConstants.LowBandBelow ? 0
            : trust <= StateConstants.HighBandAbove ? 1
            : 2;
        return Base[stance][band] * 100;
    }

    /// <summary>Percent by which a trait raises or lowers a stance.</summary>
    public static int Of(Trait trait, Stance stance) =>
        (trait, stance) switch
        {
            (Trait.Defensive, Stance.Bristles) => 200,
            (Trait.Defensive, Stance.Minimizes) => 150,
            (Trait.Anxious, Stance.SeeksReassurance) => 300,
            (Trait.Withdrawn, Stance.GoesQuiet) => 200,
            (Trait.Withdrawn, Stance.AnswersBriefly) => 130,
            (Trait.Aggressive, Stance.Bristles) => 300,
            (Trait.Aggressive, Stance.TestsTheWorker) => 150,
            (Trait.Cooperative, Stance.OpensUp) => 150,
            (Trait.Cooperative, Stance.CompliesWithoutEngaging) => 150,
            (Trait.Cooperative, Stance.Bristles) => 30,
            (Trait.Suspicious, Stance.TestsTheWorker) => 250,
            (Trait.Optimistic, Stance.Minimizes) => 150,
            (Trait.Pessimistic, Stance.CompliesWithoutEngaging) => 130,
            (Trait.Talkative, Stance.OpensUp) => 150,
            (Trait.Talkative, Stance.ChangesSubject) => 150,
            (Trait.Reserved, Stance.AnswersBriefly) => 150,
            (Trait.Reserved, Stance.GoesQuiet) => 130,
            (Trait.Emotional, Stance.OpensUp) => 130,
            (Trait.Emotional, Stance.SeeksReassurance) => 150,
            (Trait.Stoic, Stance.Minimizes) => 200,
            (Trait.Stoic, Stance.Intellectualizes) => 130,
            (Trait.Manipulative, Stance.ChangesSubject) => 150,
            (Trait.Manipulative, Stance.TestsTheWorker) => 150,
            (Trait.Honest, Stance.OpensUp) => 130,
            (Trait.Honest, Stance.CorrectsTheWorker) => 200,
            (Trait.Confused, Stance.ChangesSubject) => 150,
            (Trait.Confused, Stance.SeeksReassurance) => 150,
            _ => 100,
        };

    /// <summary>Percent by which a style raises or lowers a stance.</summary>
    public static int Of(CommunicationStyle style, Stance stance) =>
        (style, stance) switch
        {
            (CommunicationStyle.Avoidant, Stance.ChangesSubject) => 200,
            (CommunicationStyle.Avoidant, Stance.Minimizes) => 150,
            (CommunicationStyle.Confrontational, Stance.Bristles) => 200,
            (CommunicationStyle.Confrontational, Stance.TestsTheWorker) => 150,
            (CommunicationStyle.Logical, Stance.Intellectualizes) => 300,
            (CommunicationStyle.Brief, Stance.AnswersBriefly) => 150,
            (CommunicationStyle.Verbose, Stance.OpensUp) => 130,
            (CommunicationStyle.Verbose, Stance.AnswersBriefly) => 50,
            (CommunicationStyle.Direct, Stance.AnswersBriefly) => 130,
            (CommunicationStyle.Direct, Stance.CorrectsTheWorker) => 150,
            (CommunicationStyle.Emotional, Stance.OpensUp) => 130,
            (CommunicationStyle.Indirect, Stance.ChangesSubject) => 150,
            (CommunicationStyle.Formal, Stance.CompliesWithoutEngaging) => 130,
            _ => 100,
        };
}
