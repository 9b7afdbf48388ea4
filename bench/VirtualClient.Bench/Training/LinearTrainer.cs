namespace VirtualClient.Bench.Training;

/// <summary>One turn as the trainer sees it: the numbers of its features and how much it counts.</summary>
internal sealed record Example(int[] Features, float Weight);

/// <summary>
/// A linear classifier with squared hinge loss, trained by dual coordinate descent (Hsieh et al., 2008). Additions and multiplications in
/// a fixed order only, so the same examples give the same weights on every machine.
/// </summary>
internal static class LinearTrainer
{
    private const int Rounds = 12;
    private const double Enough = 0.05;
    private const double Cost = 0.12;

    /// <summary>Weights by feature, the last of them for what is always there.</summary>
    public static double[] Train(IReadOnlyList<Example> examples, bool[] positive, double[] scale, double positiveCost)
    {
        var weights = new double[scale.Length + 1];
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
                var score = weights[^1];
                foreach (var feature in features)
                {
                    score += weights[feature] * scale[feature];
                }

                var gradient = y * score - 1 + diagonal * alpha[i];
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
            }

            farthest = largest > 0 ? largest : double.PositiveInfinity;
            if (largest < Enough)
            {
                break;
            }
        }

        return weights;
    }

    public static double Score(double[] weights, int[] features, double[] scale)
    {
        var score = weights[^1];
        foreach (var feature in features)
        {
            score += weights[feature] * scale[feature];
        }

        return score;
    }
}
