namespace VirtualClient.Simulation.Turns.Rules;

/// <summary>
/// A stretch of a turn for many expressions to be tried on, with the letter runs of it (or of a longer one around it), which are made once.
/// </summary>
internal readonly ref struct Stretch
{
    private Stretch(ReadOnlySpan<char> text, LetterRuns runs)
    {
        Text = text;
        Runs = runs;
    }

    public ReadOnlySpan<char> Text { get; }

    public LetterRuns Runs { get; }

    public bool IsEmpty => Text.IsEmpty;

    public static implicit operator ReadOnlySpan<char>(Stretch stretch) => stretch.Text;

    public static Stretch Of(ReadOnlySpan<char> text) => With(text, LetterRuns.Of(text));

    /// <summary>A part of this stretch: its runs are among these.</summary>
    public Stretch Part(ReadOnlySpan<char> part) => new(part, Runs);

    /// <summary>With runs that were made before, of the text or of one around it.</summary>
    public static Stretch With(ReadOnlySpan<char> text, ulong[] runs) => new(text, new LetterRuns(runs));

    public override string ToString() => Text.ToString();
}
