namespace VirtualClient.Simulation.Turns.Learned;

/// <summary>Takes the features of a turn as they are found.</summary>
internal interface IFeatureSink
{
    /// <summary>The sentence of a feature that is about the turn as a whole.</summary>
    const int WholeTurn = -1;

    /// <summary>One feature of a sentence, or of the turn as a whole, and the words it was seen in. The name is gone after the call.</summary>
    void Add(ReadOnlySpan<char> name, int sentence, int firstWord, int words);
}
