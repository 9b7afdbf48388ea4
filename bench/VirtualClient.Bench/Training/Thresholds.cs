using System.Runtime.InteropServices;

namespace VirtualClient.Bench.Training;

/// <summary>An example that was held out: its score, whether a rule gave the label, whether it was coded so.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Held(double Score, bool Ruled, bool Coded);

/// <summary>
/// Chooses from which score on a label is given, and from which it stands where a rule gave it: those with the best F1 on scenarios the
/// weights were not trained on, smoothed so that no single turn decides. All in hundredths.
/// </summary>
internal static class Thresholds
{
    private const int Lowest = -150;
    private const int Highest = 100;
    private const int Step = 5;
    private const int Smooth = 15;

    /// <summary>How much less a label needs where a rule gave it, and in what steps.</summary>
    private const int LeastLess = 30;
    private const int MostLess = 90;
    private const int StepLess = 10;

    public static (int Add, int Keep, double F1) Choose(List<Held> held)
    {
        var given = new Counts(held.Where(one => !one.Ruled));
        var kept = new Counts(held.Where(one => one.Ruled));
        var best = (Add: 0, Keep: 0, F1: -1.0);
        for (var add = Lowest; add <= Highest; add += Step)
        {
            for (var less = LeastLess; less <= MostLess; less += StepLess)
            {
                var f1 = Enumerable.Range(-2, 5).Average(shift => At(add + shift * Smooth, add - less + shift * Smooth));
                if (f1 > best.F1)
                {
                    best = (add, add - less, f1);
                }
            }
        }

        return (best.Add, best.Keep, At(best.Add, best.Keep));

        double At(int add, int keep)
        {
            var (right, all) = given.From(add);
            var (keptRight, keptAll) = kept.From(keep);
            var coded = given.Coded + kept.Coded;
            return coded + all + keptAll == 0 ? 1 : 2.0 * (right + keptRight) / (coded + all + keptAll);
        }
    }

    /// <summary>How many examples lie at a score or above, and how many of those were coded so.</summary>
    private sealed class Counts
    {
        private const int Reach = 400;

        private readonly int[] _all = new int[2 * Reach + 1];
        private readonly int[] _right = new int[2 * Reach + 1];

        public Counts(IEnumerable<Held> held)
        {
            foreach (var one in held)
            {
                var at = Place((int)Math.Floor(one.Score * 100));
                _all[at]++;
                _right[at] += one.Coded ? 1 : 0;
                Coded += one.Coded ? 1 : 0;
            }

            for (var at = _all.Length - 2; at >= 0; at--)
            {
                _all[at] += _all[at + 1];
                _right[at] += _right[at + 1];
            }
        }

        public int Coded { get; }

        public (int Right, int All) From(int hundredths) => (_right[Place(hundredths)], _all[Place(hundredths)]);

        private static int Place(int hundredths) => Math.Clamp(hundredths, -Reach, Reach) + Reach;
    }
}
