using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Turns;

/// <summary>What the client keeps of the last turns' moves: which they were and a fingerprint of their words, never the words.</summary>
internal static class RecentMoves
{
    public static readonly (LabelCode Code, OpeningDuty Duty)[] OpeningDutyCodes =
    [
        (LabelCode.Introduction, OpeningDuty.Introduction),
        (LabelCode.ExplainsRole, OpeningDuty.Role),
        (LabelCode.LimitsOfConfidentiality, OpeningDuty.Limits),
        (LabelCode.AgreesPurpose, OpeningDuty.Purpose),
    ];

    private static readonly string[] Names = [.. Enum.GetValues<LabelCode>().Select(code => Codes.Of(code))];

    public static IReadOnlyList<RecentMove> After(TurnReading turn) =>
        [
            .. turn.Before.RecentMoves.Where(move => move.Turn > turn.Turn - StateConstants.RepeatWindow),
            .. TurnReading.ListeningMovesOf(turn.Signals).Select(l => new RecentMove(turn.Turn, Code(l.Code), Fingerprint(l.Words))),
            .. turn.Signals.AskedAbout.Order().Select(item => new RecentMove(turn.Turn, Code(LabelCode.SafetyQuestion), SafetyItem(item))),
        ];

    public static IReadOnlyList<OpeningDuty> DutiesAfter(TurnReading turn)
    {
        var met = OpeningDutyCodes.Where(each => turn.Signals.Has(each.Code) && !turn.Before.Duties.Contains(each.Duty)).ToList();
        return met.Count == 0 ? turn.Before.Duties : [.. turn.Before.Duties, .. met.Select(each => each.Duty)];
    }

    public static string Code(LabelCode code) => Names[(int)code];

    /// <summary>Stands in for the words of a safety question: what it asked about.</summary>
    public static uint SafetyItem(RiskItem item) => (uint)item + 1;

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
