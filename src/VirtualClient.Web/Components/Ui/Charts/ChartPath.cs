using System.Text;

namespace VirtualClient.Web.Components.Ui.Charts;

/// <summary>Paths in a plot of 100 by 100 whose strokes do not scale.</summary>
internal static class ChartPath
{
    /// <summary>Runs of neighboring points, so that a line has gaps where nothing was measured.</summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Runs(IReadOnlyList<double?> values, ChartScale scale)
    {
        List<IReadOnlyList<(double X, double Y)>> runs = [];
        List<(double X, double Y)> run = [];
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                run.Add((X(i, values.Count), scale.Y(value)));
            }
            else if (run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }
        }

        if (run.Count > 0)
        {
            runs.Add(run);
        }

        return runs;
    }

    /// <summary>Position of a value in percent of the width; a single value stands in the middle.</summary>
    public static double X(int index, int count) => count < 2 ? 50 : index * 100d / (count - 1);

    /// <summary>A soft curve through all points; tangents are short, so that it hardly overshoots.</summary>
    public static string Smooth(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder($"M{N(points[0].X)} {N(points[0].Y)}");
        if (points.Count == 1)
        {
            // A zero-length line with round caps is a dot.
            return path.Append("h.01").ToString();
        }

        for (var i = 0; i < points.Count - 1; i++)
        {
            var (before, from) = (points[Math.Max(i - 1, 0)], points[i]);
            var (to, after) = (points[i + 1], points[Math.Min(i + 2, points.Count - 1)]);
            path.Append($"C{N(from.X + ((to.X - before.X) / 7))} {N(Held(from.Y + ((to.Y - before.Y) / 7)))} ")
                .Append($"{N(to.X - ((after.X - from.X) / 7))} {N(Held(to.Y - ((after.Y - from.Y) / 7)))} {N(to.X)} {N(to.Y)}");
        }

        return path.ToString();
    }

    /// <summary>The same curve closed down to the axis.</summary>
    public static string Filled(IReadOnlyList<(double X, double Y)> points) =>
        $"{Smooth(points)}L{N(points[^1].X)} 100L{N(points[0].X)} 100Z";

    private static double Held(double y) => Math.Clamp(y, 0, 100);

    private static string N(double value) => Figure.Text(value);
}
