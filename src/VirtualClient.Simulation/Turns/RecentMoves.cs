using System.Text.Json;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What the client keeps of the last turns' moves: which they were and a fingerprint of their words, never the words.</summary>
internal static class RecentMoves
{
    public static readonly (LabelCode Code, OpeningDuties Duty)[] OpeningDutyCodes =
    [
        (LabelCode.Introduction, OpeningDuties.Introduction),
        (LabelCode.ExplainsRole, OpeningDuties.Role),
        (LabelCode.LimitsOfConfidentiality, OpeningDuties.Limits),
        (LabelCode.AgreesPurpose, OpeningDuties.Purpose),
    ];

    public static IReadOnlyList<RecentMove> After(TurnReading turn) =>
        [
            .. turn.Before.RecentMoves.Where(move => move.Turn > turn.Turn - StateConstants.RepeatWindow),
            .. TurnReading.ListeningMovesOf(turn.Signals).Select(l => new RecentMove(turn.Turn, Code(l.Code), Fingerprint(l.Words))),
        ];

    public static OpeningDuties DutiesAfter(TurnReading turn)
    {
        var duties = turn.Before.Duties;
        foreach (var (code, duty) in OpeningDutyCodes)
        {
            duties |= turn.Signals.Has(code) ? duty : OpeningDuties.None;
        }

        return duties;
    }

    public static string Code(LabelCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    /// <summary>FNV-1a over letters and digits only, so that case and punctuation do not make words new; 0 for no words.</summary>
    public static uint Fingerprint(string words)
    {
        var hash = 2166136261u;
        var any = false;
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
            {
                any = true;
                hash = (hash ^ char.ToLowerInvariant(c)) * 16777619u;
            }
        }

        return any ? hash : 0u;
    }
}
