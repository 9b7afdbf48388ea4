using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Training;

/// <summary>The examples with one part of the features only; the bias is in every part.</summary>
/// <param name="Places">Which numbers of the whole vector those of the examples are.</param>
internal sealed record Subspace(List<Example> Examples, int[] Places);

/// <summary>Random parts of the features, the same at every run.</summary>
internal static class Subspaces
{
    public const int Count = 20;
    private const double Kept = 0.3;

    public static Subspace Take(TrainingSet set, int number)
    {
        var seed = (uint)(number + 1) * 2654435769u;
        var features = set.Names.ConvertAll(_ => IsKept());
        var places = Enumerable.Range(0, TurnVector.Length).Where(_ => IsKept()).ToArray();
        return new Subspace(set.Examples.ConvertAll(example => Part(example.Example)), places);

        bool IsKept()
        {
            seed = unchecked(seed * 1664525u + 1013904223u);
            return seed < Kept * uint.MaxValue;
        }

        Example Part(Example whole) =>
            whole with
            {
                Features = [.. whole.Features.Where(feature => features[feature])],
                Vector = [.. places.Select(place => whole.Vector[place])],
            };
    }
}
