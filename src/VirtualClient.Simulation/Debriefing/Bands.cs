using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Debriefing;

/// <summary>How open the client is, in words; students see no figure.</summary>
public enum OpennessBand
{
    Guarded,
    Warming,
    Open,
}

/// <summary>Which way a turn moved the client.</summary>
public enum OpennessChange
{
    Down,
    Same,
    Up,
}

/// <summary>How open the client was after a turn, and what moved it, in plain words.</summary>
/// <param name="Turn">Number of the student's turn.</param>
/// <param name="Trust">The engine's figure behind the band, 1.00 to 4.00; for teachers only.</param>
public sealed record OpennessTurn(int Turn, OpennessBand Band, OpennessChange Change, IReadOnlyList<string> Reasons, decimal Trust)
{
    internal static OpennessTurn Of(HeldTurn turn) =>
        new(
            turn.Number,
            Bands.Of(turn.Step.State.TrustSteps),
            (OpennessChange)(Math.Sign(turn.Change) + 1),
            [.. turn.Step.Moves.Select(MoveWords.Of).Distinct()],
            turn.Step.State.Trust
        );
}

/// <summary>The bands of openness are those in which the client chooses its stance.</summary>
internal static class Bands
{
    public static OpennessBand Of(int trustSteps) => OfTrust(trustSteps * StateConstants.Step);

    public static OpennessBand OfTrust(decimal trust) =>
        trust < StateConstants.LowBandBelow ? OpennessBand.Guarded
        : trust > StateConstants.HighBandAbove ? OpennessBand.Open
        : OpennessBand.Warming;
}
