namespace VirtualClient.Simulation.Turns.Text;

/// <summary>Words for what somebody carries, without saying what it is: they fit whoever has told of too much.</summary>
internal static class WeightWords
{
    private static readonly StemSet Stems = new(
        """
        carry carried riding ride shoulder juggle stretched thin plate weight load burden alone hold held together balance
        direction depend count lean worn wear empty breath breathe pressure stuck trapped choice control everybody everyone
        yourself
        """
    );

    public static bool Contains(Word word) => Stems.Contains(word);
}
