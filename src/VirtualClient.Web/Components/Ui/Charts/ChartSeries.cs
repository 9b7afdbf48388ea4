namespace VirtualClient.Web.Components.Ui.Charts;

/// <summary>One line or one layer of bars. Null: nothing was measured there, the line has a gap.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>1 to 4, a color of the design tokens.</summary>
    public int Color { get; init; } = 1;

    /// <summary>A second sign beside the color: expected, compared with.</summary>
    public bool Dashed { get; init; }

    /// <summary>Tinted down to the axis.</summary>
    public bool Filled { get; init; }

    /// <summary>A straight, thin line: a budget, a limit.</summary>
    public bool Thin { get; init; }

    internal string Paint => $"--c:var(--chart-{Color})";
}

/// <summary>A numbered place on a line that links to where it happened.</summary>
/// <param name="Index">Which value, from 0.</param>
/// <param name="Value">Height of the mark on the axis.</param>
/// <param name="Words">What a screen reader says ("Moment 1, line 11").</param>
public sealed record ChartMoment(int Number, int Index, double Value, string Href, string Words);
