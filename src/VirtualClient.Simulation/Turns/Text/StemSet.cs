using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>A list of words, found in all their forms.</summary>
internal sealed class StemSet
{
    private readonly FrozenSet<string> _stems;

    /// <param name="words">Parted by spaces and line ends.</param>
    public StemSet(string words) =>
        _stems = words
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Stemmer.Stem)
            .ToFrozenSet(StringComparer.Ordinal);

    public bool Contains(Word word) => _stems.Contains(word.Stem);
}
