using VirtualClient.Bench.Simulation;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Analyzer;

/// <summary>
/// The same turns in five wordings: how well the labels agree with those coded, and how much trust the turns earn, beside what the
/// textbook's wording does. Agreement is F1 over all labels of all turns.
/// </summary>
internal static class Fairness
{
    private const string Reference = "textbook";
    private const double PointsBar = 5;
    private const double TrustBar = 0.1;

    public static IEnumerable<Result> Measure(string folder)
    {
        var turns = GoldTurn.ReadWordings(Path.Combine(folder, "fairness.tsv"));
        if (turns.Count == 0)
        {
            Console.WriteLine($"Fairness rows skipped: no fairness.tsv in {folder}.");
            yield break;
        }

        var wordings = turns
            .GroupBy(turn => turn.Id[(turn.Scenario.Length + 1)..])
            .Select(group => (Name: group.Key, Agreement: Agreement.Of(group), Trust: group.Average(Trust)))
            .ToList();
        var (_, agreement, trust) = wordings.Single(wording => wording.Name == Reference);
        yield return new Result($"fairness, {Reference}: agreement with the coded labels, F1 ({agreement})", agreement.F1);
        foreach (var wording in wordings.Where(wording => wording.Name != Reference))
        {
            yield return new Result(
                $"fairness, {wording.Name} (F1 {wording.Agreement.F1:0.000}, {wording.Agreement}): points below {Reference}",
                (agreement.F1 - wording.Agreement.F1) * 100,
                PointsBar,
                LowerIsBetter: true
            );
            yield return new Result(
                $"fairness, {wording.Name}: mean trust, away from {Reference}",
                Math.Abs(trust - wording.Trust),
                TrustBar,
                LowerIsBetter: true
            );
        }
    }

    private static double Trust(GoldTurn turn)
    {
        var state = StateEngine.Start(CodedSessions.Listener, 1);
        return (double)StateEngine.Next(CodedSessions.Listener, state, TurnAnalyzer.Analyze(turn.Text, turn.Context)).State.Trust;
    }

    /// <summary>Of all labels of all turns, how many are found and how many of those found are right.</summary>
    private sealed record Agreement(int Hits, int Found, int Coded)
    {
        public double F1 => 2.0 * Hits / (Found + Coded);

        public static Agreement Of(IEnumerable<GoldTurn> turns)
        {
            var (hits, found, coded) = (0, 0, 0);
            foreach (var turn in turns)
            {
                var labels = turn.Analyze();
                hits += labels.Count(turn.Labels.Contains);
                found += labels.Count;
                coded += turn.Labels.Count;
            }

            return new Agreement(hits, found, coded);
        }

        public override string ToString() => $"P {(double)Hits / Found:0.00}, R {(double)Hits / Coded:0.00}";
    }
}
