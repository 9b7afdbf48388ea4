namespace VirtualClient.Simulation.Turns.Text;

/// <summary>One form for letters and marks that are typed in several.</summary>
internal static class Letters
{
    public static char Straight(char c) =>
        c switch
        {
            '\u2018' or '\u2019' or '\u02BC' or '\u0060' or '\u00B4' => '\'',
            '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '\u201E' => '"',
            '\u00A0' => ' ',
            _ => c,
        };

    /// <summary>A word in lower case with straight apostrophes.</summary>
    public static string Lower(ReadOnlySpan<char> word) =>
        string.Create(
            word.Length,
            word,
            static (lower, typed) =>
            {
                for (var i = 0; i < typed.Length; i++)
                {
                    lower[i] = char.ToLowerInvariant(Straight(typed[i]));
                }
            }
        );
}
