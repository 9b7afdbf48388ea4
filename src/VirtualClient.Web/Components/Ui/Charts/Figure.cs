namespace VirtualClient.Web.Components.Ui.Charts;

/// <summary>Numbers for attributes and style properties: at most two decimals, a point, no thousands.</summary>
internal static class Figure
{
    public static string Text(double value) => Math.Round(value, 2).ToString("0.##");

    /// <summary>0 to 100; a maximum of 0 gives 0.</summary>
    public static string Percent(double value, double max) => Text(max <= 0 ? 0 : Math.Clamp(value / max * 100, 0, 100));
}
