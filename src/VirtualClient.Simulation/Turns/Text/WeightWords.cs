using System.Collections.Frozen;

namespace VirtualClient.Simulation.Turns.Text;

/// <summary>Words for what somebody carries, without saying what it is: they fit whoever has told of too much.</summary>
internal static class WeightWords
{
    private static readonly FrozenSet<string> Stems = Words
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(Stemmer.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(Word word) => Stems.Contains(word.Stem);

    private const string Words = """
        carry carried riding ride shoulder juggle stretched thin plate weight load burden alone hold held together balance
        direction depend count lean worn wear empty breath breathe pressure stuck trapped choice control everybody everyone
        yourself
        """;
}
