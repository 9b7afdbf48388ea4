using VirtualClient.Simulation.Turns.Text;

namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>
/// A turn as the vectors of its words: for each dimension the mean, in which frequent words count less, the greatest and the least. Whole
/// numbers from -496 to 496, so that it is the same on every machine. All 0 where no word is known.
/// </summary>
internal static class TurnVector
{
    public const int Length = 3 * WordVectors.Dimensions;

    /// <summary>The mean is in sixteenths, so that it is not lost in whole numbers.</summary>
    private const int Fine = 16;

    public static int[] Of(TurnText text)
    {
        var values = new int[Length];
        var mean = values.AsSpan(0, WordVectors.Dimensions);
        var greatest = values.AsSpan(WordVectors.Dimensions, WordVectors.Dimensions);
        var least = values.AsSpan(2 * WordVectors.Dimensions);
        var known = 0;
        foreach (var word in text.Words)
        {
            if (!WordVectors.TryFind(word.Form, out var vector, out var weight))
            {
                continue;
            }

            for (var i = 0; i < vector.Length; i++)
            {
                var value = vector[i] * Fine;
                mean[i] += value * weight;
                greatest[i] = known == 0 ? value : Math.Max(greatest[i], value);
                least[i] = known == 0 ? value : Math.Min(least[i], value);
            }

            known += weight;
        }

        for (var i = 0; known > 0 && i < mean.Length; i++)
        {
            mean[i] /= known;
        }

        return values;
    }
}
