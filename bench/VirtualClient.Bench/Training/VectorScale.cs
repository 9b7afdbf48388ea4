using VirtualClient.Simulation.Turns.Learned;

namespace VirtualClient.Bench.Training;

/// <summary>
/// Puts the numbers of a turn's vector beside its features: each less its mean over the turns, and so small that all of them together count
/// about as much as a handful of words.
/// </summary>
internal sealed record VectorScale(double[] Mean, double[] Scale)
{
    private const double Share = 0.15;

    public static VectorScale Of(IEnumerable<int[]> vectors)
    {
        var mean = new double[TurnVector.Length];
        var square = new double[TurnVector.Length];
        var turns = 0;
        foreach (var vector in vectors)
        {
            turns++;
            for (var i = 0; i < vector.Length; i++)
            {
                mean[i] += vector[i];
                square[i] += (double)vector[i] * vector[i];
            }
        }

        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] /= turns;
            square[i] = Share / Math.Sqrt(Math.Max(square[i] / turns - mean[i] * mean[i], 1));
        }

        return new VectorScale(mean, square);
    }

    public double[] Apply(int[] vector) => [.. vector.Select((number, i) => (number - Mean[i]) * Scale[i])];
}
