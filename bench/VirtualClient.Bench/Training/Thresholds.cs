namespace VirtualClient.Bench.Training;

/// <summary>
/// Chooses from which score on a label is given: that with the best F1 on scenarios the weights were not trained on, smoothed so that no
/// single turn decides.
/// </summary>
internal static class Thresholds
{
    private const int Lowest = -150;
    private const int Highest = 100;
    private const int Step = 5;
    private const int Smooth = 15;

    public static (int Add, double F1) Choose(List<bool> positive, double[] scores)
    {
        var best = (Add: 0, F1: -1.0);
        for (var add = Lowest; add <= Highest; add += Step)
        {
            var f1 = (At(add - 2 * Smooth) + At(add - Smooth) + At(add) + At(add + Smooth) + At(add + 2 * Smooth)) / 5;
            if (f1 > best.F1)
            {
                best = (add, f1);
            }
        }

        return (best.Add, At(best.Add));

        double At(int threshold) => F1(positive, scores, threshold);
    }

    private static double F1(List<bool> positive, double[] scores, int threshold)
    {
        var hits = 0;
        var all = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var given = scores[i] * 100 >= threshold;
            hits += given && positive[i] ? 1 : 0;
            all += (given ? 1 : 0) + (positive[i] ? 1 : 0);
        }

        return all == 0 ? 1 : 2.0 * hits / all;
    }
}
