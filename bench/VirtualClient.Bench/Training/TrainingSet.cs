using VirtualClient.Bench.Analyzer;
using VirtualClient.Simulation.Turns;
using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Training;

/// <summary>What a training example is of its turn.</summary>
internal enum ExampleKind
{
    /// <summary>The turn as written.</summary>
    Turn,

    /// <summary>The turn in another wording.</summary>
    Rewording,
}

/// <summary>An example with the number of the turn it comes from.</summary>
internal sealed record TurnExample(int Turn, ExampleKind Kind, Example Example);

/// <summary>The training turns and their rewordings as numbers. Features seen in one turn only are left out.</summary>
internal sealed class TrainingSet
{
    private const float OtherWeight = 0.3f;
    private const double RuleScale = 2;
    private const double ShapeScale = 0.8;
    private const int LeastTurns = 2;

    private TrainingSet(List<GoldTurn> turns, List<string> names, List<TurnExample> examples)
    {
        Turns = turns;
        Names = names;
        Examples = examples;
        Scale = [.. names.Select(ScaleOf)];
    }

    public List<GoldTurn> Turns { get; }

    /// <summary>Features by number.</summary>
    public List<string> Names { get; }

    /// <summary>How much a feature counts before training: what a rule found counts more than one word.</summary>
    public double[] Scale { get; }

    public List<TurnExample> Examples { get; }

    public static TrainingSet Read(string folder)
    {
        var turns = GoldTurn.ReadFolder(folder);
        var said = new List<(int Turn, ExampleKind Kind, string[] Features)>();
        var seenIn = new Dictionary<string, (int Last, int Turns)>(StringComparer.Ordinal);
        for (var i = 0; i < turns.Count; i++)
        {
            foreach (var (kind, features) in ExamplesOf(turns[i]))
            {
                said.Add((i, kind, features));
                foreach (var feature in features)
                {
                    var seen = seenIn.GetValueOrDefault(feature, (-1, 0));
                    seenIn[feature] = (i, seen.Item2 + (seen.Item1 == i ? 0 : 1));
                }
            }
        }

        var names = seenIn.Where(pair => pair.Value.Turns >= LeastTurns).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var numbers = names
            .Select((name, number) => (name, number))
            .ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        var examples = said.ConvertAll(one => new TurnExample(
            one.Turn,
            one.Kind,
            new Example(
                [.. one.Features.Where(numbers.ContainsKey).Select(name => numbers[name])],
                one.Kind == ExampleKind.Turn ? 1 : OtherWeight
            )
        ));
        return new TrainingSet(turns, names, examples);
    }

    private static IEnumerable<(ExampleKind Kind, string[] Features)> ExamplesOf(GoldTurn turn)
    {
        var reading = TurnAnalyzer.ReadByRules(turn.Text, turn.Context);
        var features = FeatureNames.Of(reading);
        yield return (ExampleKind.Turn, features.OfTurn());
        foreach (var wording in Rewordings.Of(turn.Text))
        {
            yield return (ExampleKind.Rewording, FeatureNames.Of(TurnAnalyzer.ReadByRules(wording, turn.Context)).OfTurn());
        }
    }

    private static double ScaleOf(string feature) =>
        feature[..2] switch
        {
            "w:" or "s:" or "n." or "t:" => 1,
            "k:" => ShapeScale,
            _ => RuleScale,
        };
}
