using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Training;

/// <summary>The weights of one target, and its thresholds as found on scenarios that were held out. All in hundredths.</summary>
internal sealed record TrainedTarget(string Name, int[] Weights, int Bias, int Add, int Keep, double HeldOutF1);

/// <summary>
/// Trains one target: once for each part of the scenarios held out, to choose the thresholds, and once on all of them, for the weights.
/// </summary>
internal static class TargetTraining
{
    private const int Folds = 5;
    private const double Cost = 0.05;
    private const double PositiveCost = 3;
    private const int Hundredths = 100;
    private const int BenefitOfDoubt = 30;

    /// <summary>With fewer turns than this to learn a label from a rule's word stands, and where rules are right this often.</summary>
    private const int FewTurns = 100;
    private const double OftenRight = 0.92;
    private const int Never = -1000;

    private static readonly LabelCode[] Listening =
    [
        LabelCode.OpenQuestion,
        LabelCode.ClosedQuestion,
        LabelCode.LeadingQuestion,
        LabelCode.DoubleQuestion,
        LabelCode.SimpleReflection,
        LabelCode.ComplexReflection,
        LabelCode.Validation,
    ];

    /// <summary>A weight this small, in hundredths, changes no decision and is left out.</summary>
    private const int LeastWeight = 3;

    public static TrainedTarget Train(TrainingSet set, string name)
    {
        var positive = set.Turns.ConvertAll(turn => IsPositive(turn, name));
        var fold = FoldsOf(set.Turns);
        // Turns joined to longer ones teach what a question or a reflection is among other things; the rest is learned from turns alone.
        var used = Listening.Contains(LabelCodes.Parse(name)!.Value)
            ? set.Examples
            : set.Examples.FindAll(example => example.Kind != ExampleKind.Joined);
        var coded = new List<bool>();
        var held = new List<double>();
        for (var part = 0; part < Folds; part++)
        {
            var weights = Train(set, name, used.FindAll(example => fold[example.Turn] != part));
            foreach (var example in set.Examples.Where(example => example.Kind != ExampleKind.Joined && fold[example.Turn] == part))
            {
                coded.Add(positive[example.Turn]);
                held.Add(LinearTrainer.Score(weights, example.Example.Features, set.Scale));
            }
        }

        var (add, f1) = Thresholds.Choose(coded, [.. held]);
        var full = Train(set, name, used);
        return new TrainedTarget(
            name,
            Whole(full, set.Scale),
            Round(full[^1]),
            add,
            RulesStand(set, name, positive) ? Never : add - BenefitOfDoubt,
            f1
        );
    }

    public static bool IsPositive(GoldTurn turn, string name) => turn.Labels.Contains(LabelCodes.Parse(name)!.Value);

    private static bool RulesStand(TrainingSet set, string name, List<bool> positive)
    {
        var label = set.Names.IndexOf("label:" + LabelCodes.Parse(name)!.Value);
        var found = set.Examples.Where(example => example.Kind == ExampleKind.Turn && example.Example.Features.Contains(label)).ToList();
        return positive.Count(one => one) < FewTurns || found.Count(example => positive[example.Turn]) >= OftenRight * found.Count;
    }

    private static double[] Train(TrainingSet set, string name, List<TurnExample> used) =>
        LinearTrainer.Train(
            used.ConvertAll(example => example.Example),
            [.. used.Select(example => example.Labels.Contains(LabelCodes.Parse(name)!.Value))],
            set.Scale,
            Cost,
            PositiveCost
        );

    /// <summary>No scenario is both trained on and held out.</summary>
    private static List<int> FoldsOf(List<GoldTurn> turns)
    {
        var scenarios = turns.Select(turn => turn.Scenario).Distinct().Order(StringComparer.Ordinal).ToList();
        return turns.ConvertAll(turn => scenarios.IndexOf(turn.Scenario) % Folds);
    }

    private static int[] Whole(double[] weights, double[] scale)
    {
        var whole = new int[scale.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            var value = Round(weights[i] * scale[i]);
            whole[i] = Math.Abs(value) >= LeastWeight ? value : 0;
        }

        return whole;
    }

    private static int Round(double value) => (int)Math.Round(value * Hundredths, MidpointRounding.AwayFromZero);
}
