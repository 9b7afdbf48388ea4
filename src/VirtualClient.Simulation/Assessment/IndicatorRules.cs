using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Assessment;

/// <summary>Where counting may stand in for reading, and where it may not.</summary>
public static partial class IndicatorRules
{
    /// <summary>Ethics, rights, and humility toward difference are never read from counts. Source: CSWE EPAS 2022, competencies 1 to 3.</summary>
    private const int FirstCountableCompetency = 4;

    /// <summary>Why this criterion may not have the indicator it names; null when it may, or names none.</summary>
    public static string? FaultOf(RubricCriterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return criterion.Indicator is null ? null
            : criterion.PersonOnly ? "A criterion that only a person judges has no indicator. Choose one of the two."
            : criterion.Competency < FirstCountableCompetency || Uncountable().IsMatch(criterion.Name)
                ? "Rules count words. They do not judge empathy, humility, ethics or safety; leave the indicator out here."
            : null;
    }

    [GeneratedRegex(
        @"\b(?:empath\w*|compassion\w*|cultur\w*|humility|divers\w*|bias\w*|racis\w*|anti-?racis\w*|equit\w*|inclusi\w*|ethic\w*|boundar\w*|profession\w*|confidential\w*|consent|safety|safe|suicid\w*|self-?harm|risk\w*|violen\w*|abus\w*|crisis)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Uncountable();
}
