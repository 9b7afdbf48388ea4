namespace VirtualClient.Simulation.Assessment;

/// <summary>Arithmetic of weights for whoever builds a rubric.</summary>
public static class RubricWeights
{
    /// <summary>
    /// The same weights in the same proportions, in hundredths that add up to exactly 1; equal ones when there is nothing to go by. What rounding
    /// leaves over goes to the largest.
    /// </summary>
    public static IReadOnlyList<decimal> MakeWhole(IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0)
        {
            return [];
        }

        var usable = weights.Select(w => Math.Clamp(w, 0, 1_000_000)).ToList();
        var sum = usable.Sum();
        var whole = usable.Select(w => sum == 0 ? Math.Round(1m / weights.Count, 2) : Math.Max(0.01m, Math.Round(w / sum, 2))).ToList();
        var largest = whole.IndexOf(whole.Max());
        whole[largest] += 1 - whole.Sum();
        return whole;
    }
}
