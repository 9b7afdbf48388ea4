using System.Globalization;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>How parts of a rubric are put to people on pages.</summary>
internal static class RubricWords
{
    public static string Percent(decimal weight) => weight.ToString("0.## %", CultureInfo.InvariantCulture);

    public static string Of(Indicator indicator) =>
        indicator switch
        {
            Indicator.Questions => "Open, closed, leading and doubled questions",
            Indicator.Reflections => "Reflections for each question",
            Indicator.Advice => "Advice that was not asked for",
            Indicator.Opening => "Name, role, purpose and time at the beginning",
            _ => "A summary and a next step at the end",
        };

    /// <summary>Codes and words of all indicators.</summary>
    public static IReadOnlyList<(string Code, string Label)> Indicators { get; } =
    [.. Enum.GetValues<Indicator>().Select(indicator => (Codes.Of(indicator), Of(indicator)))];
}
