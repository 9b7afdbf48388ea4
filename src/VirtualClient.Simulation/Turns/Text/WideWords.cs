namespace VirtualClient.Simulation.Turns.Text;

/// <summary>Words of a question that leaves to the client what it is about: "what has this week been like", "what weighs on you most".</summary>
internal static class WideWords
{
    private static readonly StemSet Stems = new(
        """
        life mind week month day morning year worst hardest toughest matter important useful change hope wish worry scared afraid
        weigh heavy begin learn share meeting hour visit welcome work bother stress stressful yourself situation
        """
    );

    public static bool Contains(Word word) => Stems.Contains(word);
}
