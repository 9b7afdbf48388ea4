using System.Text.RegularExpressions;

namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// Makes the rules' expressions. Interpreted, and not generated or compiled: a hundred long word lists as generated code cost every build
/// a minute, and as compiled code the first turn seven seconds.
/// </summary>
internal static class Pattern
{
    public static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
