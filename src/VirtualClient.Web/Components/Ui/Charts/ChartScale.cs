namespace VirtualClient.Web.Components.Ui.Charts;

/// <summary>An axis: its ends and the figures written beside it.</summary>
internal sealed record ChartScale(double Min, double Max, IReadOnlyList<double> Ticks)
{
    /// <summary>From <paramref name="min"/> to a round figure at or above the largest value, in four equal steps.</summary>
    public static ChartScale For(IEnumerable<double?> values, double min, double? max)
    {
        var top = max ?? RoundUp(values.Max() ?? 0, min);
        return new ChartScale(min, top, [.. Enumerable.Range(0, 5).Select(i => top - ((top - min) * i / 4))]);
    }

    /// <summary>Height from the top in percent of the plot.</summary>
    public double Y(double value) => Max <= Min ? 100 : 100 - ((Math.Clamp(value, Min, Max) - Min) / (Max - Min) * 100);

    private static double RoundUp(double value, double min)
    {
        if (value <= min)
        {
            return min + 1;
        }

        // The four steps get one of the figures people count in.
        var step = (value - min) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        double[] round = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10];
        return min + (4 * power * round.First(r => r * power >= step * 0.9999));
    }
}
