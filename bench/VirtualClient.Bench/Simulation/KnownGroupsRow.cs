using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Simulation;

/// <summary>
/// Expert-coded sessions fed to the engine: end trust separates those known to be good from those known to be poor. The sessions are
/// AnnoMI's (Wu et al., 2022), read from a folder outside the repository and used for measuring only.
/// </summary>
internal static class KnownGroupsRow
{
    private const double ExpertBar = 0.85;
    private const double OwnBar = 0.80;

    public static void Add(BarTable table, string? folder)
    {
        var file = folder is null ? null : Path.Combine(folder, "dev.csv");
        foreach (var (ours, least) in new[] { (false, ExpertBar), (true, OwnBar) })
        {
            var bar = $"AUC at least {least:0.00} with {(ours ? "our own" : "the experts'")} labels";
            if (file is null || !File.Exists(file))
            {
                table.Row("known-groups", bar, "the coded sessions are not here; give --annomi FOLDER", null);
                continue;
            }

            var sessions = CodedSessions.Read(file, ours);
            var high = sessions.Where(session => session.High).Select(EndTrust).ToList();
            var low = sessions.Where(session => !session.High).Select(EndTrust).ToList();
            var area = Area(high, low);
            table.Row("known-groups", bar, $"AUC {area:0.000}, {high.Count} good and {low.Count} poor sessions", area >= least);
        }
    }

    private static decimal EndTrust(CodedSession session)
    {
        var state = StateEngine.Start(CodedSessions.Listener, 1);
        foreach (var turn in session.Turns)
        {
            state = StateEngine.Next(CodedSessions.Listener, state, turn).State;
        }

        return state.Trust;
    }

    /// <summary>Chance that a good session ends higher than a poor one; ties count half.</summary>
    private static double Area(List<decimal> high, List<decimal> low) =>
        high.Sum(a =>
            low.Sum(b =>
                a > b ? 1.0
                : a == b ? 0.5
                : 0.0
            )
        ) / (high.Count * low.Count);
}
