using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Training;

/// <summary>The weights of one target, and its thresholds as found on scenarios that were held out. All in hundredths, but those of the vector.</summary>
/// <param name="Vector">Weights of the numbers of the turn's vector, in <see cref="LearnedModel.VectorParts"/> of a hundredth.</param>
internal sealed record TrainedTarget(string Name, int[] Weights, int[] Vector, int Bias, int Add, int Keep, double HeldOutF1);

/// <summary>
/// Trains one target: once for each part of the scenarios held out, to choose the thresholds, and once on all of them, for the weights. Each
/// time on many random parts of the features, and what is learned from them is the mean (random subspaces: Ho, 1998): no few words
/// carry a label, so other words of the same sense count too.
/// </summary>
internal sealed class TargetTraining
{
    private const int Folds = 5;
    private const double PositiveCost = 3;
    private const int Hundredths = 100;

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

    private readonly TrainingSet _set;
    private readonly string _name;
    private readonly LabelCode _code;
    private readonly List<int> _fold;

    /// <summary>For each part held out, and last for none, the sum of the weights learned so far.</summary>
    private readonly double[][] _sums;
    private int _subspaces;

    public TargetTraining(TrainingSet set, string name)
    {
        _set = set;
        _name = name;
        _code = LabelCodes.Parse(name)!.Value;
        _fold = FoldsOf(set.Turns);
        _sums = [.. Enumerable.Range(0, Folds + 1).Select(_ => new double[set.Names.Count + TurnVector.Length + 1])];
    }

    /// <summary>Learns from one part of the features.</summary>
    public void Learn(Subspace subspace)
    {
        var examples = subspace.Examples;
        _subspaces++;
        for (var part = 0; part <= Folds; part++)
        {
            var used = Enumerable
                .Range(0, examples.Count)
                .Where(i => IsUsed(_set.Examples[i]) && _fold[_set.Examples[i].Turn] != part)
                .ToList();
            var weights = LinearTrainer.Train(
                used.ConvertAll(i => examples[i]),
                [.. used.Select(i => _set.Examples[i].Labels.Contains(_code))],
                _set.Scale,
                PositiveCost
            );
            var sum = _sums[part];
            var features = _set.Names.Count;
            for (var i = 0; i < features; i++)
            {
                sum[i] += weights[i];
            }

            for (var i = 0; i < subspace.Places.Length; i++)
            {
                sum[features + subspace.Places[i]] += weights[features + i];
            }

            sum[^1] += weights[^1];
        }
    }

    /// <summary>What was learned, with thresholds.</summary>
    public TrainedTarget Finish()
    {
        var label = _set.Names.IndexOf("label:" + _code);
        var held = new List<Held>();
        foreach (var example in _set.Examples.Where(example => example.Kind != ExampleKind.Joined))
        {
            var score = LinearTrainer.Score(_sums[_fold[example.Turn]], example.Example, _set.Scale) / _subspaces;
            held.Add(new Held(score, example.Example.Features.Contains(label), IsPositive(example.Turn)));
        }

        var (add, keep, f1) = Thresholds.Choose(held);
        var full = _sums[Folds];
        var (vector, bias) = WholeVector(full);
        return new TrainedTarget(_name, Whole(full), vector, bias, add, RulesStand(label) ? Never : keep, f1);
    }

    /// <summary>Turns joined to longer ones teach what a question or a reflection is among other things; the rest is learned from turns alone.</summary>
    private bool IsUsed(TurnExample example) => example.Kind != ExampleKind.Joined || Listening.Contains(_code);

    private bool IsPositive(int turn) => _set.Turns[turn].Labels.Contains(_code);

    private bool RulesStand(int label)
    {
        var found = _set.Examples.Where(example => example.Kind == ExampleKind.Turn && example.Example.Features.Contains(label)).ToList();
        return Enumerable.Range(0, _set.Turns.Count).Count(IsPositive) < FewTurns
            || found.Count(example => IsPositive(example.Turn)) >= OftenRight * found.Count;
    }

    /// <summary>No scenario is both trained on and held out.</summary>
    private static List<int> FoldsOf(List<GoldTurn> turns)
    {
        var scenarios = turns.Select(turn => turn.Scenario).Distinct().Order(StringComparer.Ordinal).ToList();
        return turns.ConvertAll(turn => scenarios.IndexOf(turn.Scenario) % Folds);
    }

    private int[] Whole(double[] weights)
    {
        var whole = new int[_set.Scale.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            var value = Round(weights[i] * _set.Scale[i] / _subspaces);
            whole[i] = Math.Abs(value) >= LeastWeight ? value : 0;
        }

        return whole;
    }

    /// <summary>For the numbers of the vector as they come; what the trainer took from them first goes into the bias.</summary>
    private (int[] Weights, int Bias) WholeVector(double[] weights)
    {
        var whole = new int[TurnVector.Length];
        var bias = weights[^1] / _subspaces;
        for (var i = 0; i < whole.Length; i++)
        {
            var weight = weights[_set.Names.Count + i] / _subspaces * _set.Vectors.Scale[i];
            whole[i] = Round(weight * LearnedModel.VectorParts);
            bias -= weight * _set.Vectors.Mean[i];
        }

        return (whole, Round(bias));
    }

    private static int Round(double value) => (int)Math.Round(value * Hundredths, MidpointRounding.AwayFromZero);
}
