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

    /// <summary>The turn and another to the same client in one breath.</summary>
    Joined,
}

/// <summary>An example with the number of the turn it comes from, and what is said in it.</summary>
internal sealed record TurnExample(int Turn, ExampleKind Kind, HashSet<LabelCode> Labels, Example Example);

/// <summary>The training turns and their rewordings as numbers. Features seen in one turn only are left out.</summary>
internal sealed class TrainingSet
{
    private const float OtherWeight = 0.7f;
    private const double RuleScale = 2;
    private const double ShapeScale = 0.8;
    private const int LeastTurns = 2;

    private TrainingSet(List<GoldTurn> turns, List<string> names, List<TurnExample> examples, VectorScale vectors)
    {
        Vectors = vectors;
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

    /// <summary>How the numbers of a turn's vector are put beside features.</summary>
    public VectorScale Vectors { get; }

    public static TrainingSet Read(string folder)
    {
        var turns = GoldTurn.ReadFolder(folder);
        var said = new List<(int Turn, Said Said)>();
        var seenIn = new Dictionary<string, (int Last, int Turns)>(StringComparer.Ordinal);
        for (var i = 0; i < turns.Count; i++)
        {
            foreach (var one in ExamplesOf(turns[i], i + 1 < turns.Count ? turns[i + 1] : null))
            {
                said.Add((i, one));
                foreach (var feature in one.Features)
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
        var vectors = VectorScale.Of(said.Where(pair => pair.Said.Kind == ExampleKind.Turn).Select(pair => pair.Said.Vector));
        var examples = said.ConvertAll(pair => new TurnExample(
            pair.Turn,
            pair.Said.Kind,
            pair.Said.Labels,
            new Example(
                [.. pair.Said.Features.Where(numbers.ContainsKey).Select(name => numbers[name])],
                vectors.Apply(pair.Said.Vector),
                pair.Said.Kind == ExampleKind.Turn ? 1 : OtherWeight
            )
        ));
        return new TrainingSet(turns, names, examples, vectors);
    }

    private static IEnumerable<Said> ExamplesOf(GoldTurn turn, GoldTurn? next)
    {
        yield return Said.Of(ExampleKind.Turn, turn.Labels, turn.Text, turn);
        foreach (var wording in Rewordings.Of(turn.Text))
        {
            yield return Said.Of(ExampleKind.Rewording, turn.Labels, wording, turn);
        }

        if (next is not null && JoinedTurns.Labels(turn, next) is { } labels)
        {
            yield return Said.Of(ExampleKind.Joined, labels, JoinedTurns.Text(turn, next), turn);
        }
    }

    private static double ScaleOf(string feature) =>
        feature[..2] switch
        {
            "w:" or "s:" or "n." or "t:" => 1,
            "k:" => ShapeScale,
            _ => RuleScale,
        };

    /// <summary>An example before its features have numbers.</summary>
    private sealed record Said(ExampleKind Kind, HashSet<LabelCode> Labels, string[] Features, int[] Vector)
    {
        public static Said Of(ExampleKind kind, HashSet<LabelCode> labels, string text, GoldTurn turn)
        {
            var reading = TurnAnalyzer.ReadByRules(text, turn.Context);
            return new Said(kind, labels, FeatureNames.Of(reading).OfTurn(), TurnVector.Of(reading.Text));
        }
    }
}
