using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VirtualClient.Bench.Training;

/// <summary>One turn as the trainer sees it.</summary>
/// <param name="Features">The numbers of its features.</param>
/// <param name="Vector">What its words mean, in the same units as a feature's scale.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Example(int[] Features, double[] Vector, float Weight);

/// <summary>
/// A linear classifier with squared hinge loss, trained by dual coordinate descent (Hsieh et al., 2008). Additions and multiplications in
/// a fixed order only, so the same examples give the same weights on every machine.
/// </summary>
internal static class LinearTrainer
{
    private const int Rounds = 12;
    private const double Enough = 0.05;
    private const double Cost = 0.06;

    /// <summary>Weights by feature, then those of the vector's numbers, the last of them for what is always there.</summary>
    public static double[] Train(IReadOnlyList<Example> examples, bool[] positive, double[] scale, double positiveCost)
    {
        var weights = new double[scale.Length + examples[0].Vector.Length + 1];
        var alpha = new double[examples.Count];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var norms = new double[examples.Count];
        for (var i = 0; i < examples.Count; i++)
        {
            norms[i] = 1;
            foreach (var feature in examples[i].Features)
            {
                norms[i] += scale[feature] * scale[feature];
            }

            norms[i] += SquaredLength(examples[i].Vector);
        }

        // Examples that stay well on their side are left out of later rounds, as in LIBLINEAR.
        var active = order.Length;
        var farthest = double.PositiveInfinity;
        var seed = 12345u;
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = active - 1; i > 0; i--)
            {
                seed = unchecked(seed * 1664525u + 1013904223u);
                var j = (int)((ulong)seed * (uint)(i + 1) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
            }

            var largest = 0.0;
            for (var at = 0; at < active; at++)
            {
                var i = order[at];
                var y = positive[i] ? 1.0 : -1.0;
                var diagonal = 0.5 / (Cost * examples[i].Weight * (positive[i] ? positiveCost : 1));
                var features = examples[i].Features;
                var gradient = y * Score(weights, examples[i], scale) - 1 + diagonal * alpha[i];
                if (alpha[i] == 0 && gradient > 0)
                {
                    if (gradient > farthest)
                    {
                        active--;
                        (order[at], order[active]) = (order[active], order[at]);
                        at--;
                    }

                    continue;
                }

                largest = Math.Max(largest, Math.Abs(gradient));
                var next = Math.Max(alpha[i] - gradient / (norms[i] + diagonal), 0);
                var step = (next - alpha[i]) * y;
                alpha[i] = next;
                weights[^1] += step;
                foreach (var feature in features)
                {
                    weights[feature] += step * scale[feature];
                }

                AddTo(weights.AsSpan(scale.Length..^1), examples[i].Vector, step);
            }

            farthest = largest > 0 ? largest : double.PositiveInfinity;
            if (largest < Enough)
            {
                break;
            }
        }

        return weights;
    }

    public static double Score(double[] weights, Example example, double[] scale)
    {
        var score = weights[^1];
        foreach (var feature in example.Features)
        {
            score += weights[feature] * scale[feature];
        }

        return score + Dot(weights.AsSpan(scale.Length..^1), example.Vector);
    }

    private static double SquaredLength(double[] vector) => Dot(vector, vector);

    /// <summary>Four numbers at a time whatever the machine can do at once, so that the sum is the same everywhere.</summary>
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var others = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var sums = Vector256<double>.Zero;
        for (var i = 0; i < fours.Length; i++)
        {
            sums += fours[i] * others[i];
        }

        var sum = sums[0] + sums[1] + (sums[2] + sums[3]);
        for (var i = fours.Length * Vector256<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void AddTo(Span<double> sums, ReadOnlySpan<double> vector, double times)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(sums);
        var others = MemoryMarshal.Cast<double, Vector256<double>>(vector);
        for (var i = 0; i < fours.Length; i++)
        {
            fours[i] += others[i] * times;
        }

        for (var i = fours.Length * Vector256<double>.Count; i < sums.Length; i++)
        {
            sums[i] += times * vector[i];
        }
    }
}
